namespace JoorBus.Inventory.Tests.Pacing;

/// <summary>
/// The least mean staleness that any scheduler could reach who knows all arrivals beforehand: requests leave at arrivals or at the beginnings of
/// windows, at most so many in each fixed window, each taking everything that waits (arrivals that fit a request). By dynamic programming.
/// </summary>
internal static class OfflineOptimum
{
    /// <param name="arrivals">Times in seconds, ascending, each of one entry.</param>
    /// <param name="window">Length of a window, the first one beginning at 0.</param>
    /// <param name="perWindow">Requests in one window.</param>
    /// <returns>Staleness of each arrival under the best plan.</returns>
    public static double[] Staleness(IReadOnlyList<double> arrivals, double window, int perWindow)
    {
        var ends = (int)(arrivals[^1] / window) + 2;
        var moments = arrivals.Concat(Enumerable.Range(1, ends).Select(number => number * window)).Distinct().Order().ToArray();
        // before[m]: arrivals until moment m; sum[m]: their times together.
        var (before, sum) = (new int[moments.Length], new double[moments.Length]);
        for (int m = 0, a = 0; m < moments.Length; m++)
        {
            (before[m], sum[m]) = m == 0 ? (0, 0) : (before[m - 1], sum[m - 1]);
            for (; a < arrivals.Count && arrivals[a] <= moments[m]; a++)
                (before[m], sum[m]) = (before[m] + 1, sum[m] + arrivals[a]);
        }

        // best[m][k]: least waiting of all arrivals until m, when a request leaves at m as the k-th of m's window.
        var best = new double[moments.Length, perWindow + 1];
        var from = new (int M, int K)[moments.Length, perWindow + 1];
        for (var m = 0; m < moments.Length; m++)
        {
            for (var k = 1; k <= perWindow; k++)
                best[m, k] = double.PositiveInfinity;
            Try(m, 1, 0, (-1, 0), 0, 0);
            for (var p = 0; p < m; p++)
            {
                var isSame = (int)(moments[p] / window) == (int)(moments[m] / window);
                for (var k = 1; k <= perWindow; k++)
                {
                    if (double.IsFinite(best[p, k]) && (!isSame || k < perWindow))
                        Try(m, isSame ? k + 1 : 1, best[p, k], (p, k), before[p], sum[p]);
                }
            }
        }

        var (at, kth, least) = (-1, 0, double.PositiveInfinity);
        for (var m = 0; m < moments.Length; m++)
        {
            for (var k = 1; k <= perWindow; k++)
            {
                if (before[m] == arrivals.Count && best[m, k] < least)
                    (at, kth, least) = (m, k, best[m, k]);
            }
        }

        var staleness = new double[arrivals.Count];
        while (at >= 0)
        {
            var (p, k) = from[at, kth];
            for (var a = p < 0 ? 0 : before[p]; a < before[at]; a++)
                staleness[a] = moments[at] - arrivals[a];
            (at, kth) = (p, k);
        }

        return staleness;

        void Try(int m, int k, double until, (int, int) previous, int sent, double sentSum)
        {
            var cost = until + ((before[m] - sent) * moments[m]) - (sum[m] - sentSum);
            if (cost < best[m, k])
                (best[m, k], from[m, k]) = (cost, previous);
        }
    }
}
