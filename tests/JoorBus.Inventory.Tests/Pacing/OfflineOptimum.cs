namespace JoorBus.Inventory.Tests.Pacing;

/// <summary>
/// The least mean staleness that any scheduler could reach who knows all arrivals beforehand, with so many requests in each fixed window and so many
/// entries in each request, oldest first. A request leaves when its last entry arrives, or at the beginning of a later window; it is full or takes all
/// that waits, for taking more never lets anybody wait longer. By dynamic programming over (entries sent, window, requests of that window).
/// </summary>
internal static class OfflineOptimum
{
    /// <param name="arrivals">Times in seconds, ascending, each of one entry.</param>
    /// <param name="window">Length of a window, the first one beginning at 0.</param>
    /// <param name="perWindow">Requests in one window.</param>
    /// <param name="mostEntries">Entries of a full request.</param>
    /// <returns>Staleness of each arrival under the best plan.</returns>
    public static double[] Staleness(IReadOnlyList<double> arrivals, double window, int perWindow, int mostEntries = int.MaxValue)
    {
        var all = arrivals.Count;
        var windows = (int)(arrivals[^1] / window) + 2 + (int)(all / ((long)perWindow * mostEntries));
        var sum = new double[all + 1];
        for (var i = 0; i < all; i++)
            sum[i + 1] = sum[i] + arrivals[i];
        // ends[e]: arrivals until that of the e-th, so that taking more would be waiting for it; due[w]: arrivals until window w begins.
        var moments = Enumerable.Range(1, all).Where(e => e == all || arrivals[e] > arrivals[e - 1]).ToArray();
        var due = Enumerable.Range(0, windows).Select(w => arrivals.Count(at => at <= w * window)).ToArray();
        // States of entries sent, made when they are reached: best[w * perWindow + k - 1], the last request leaving in window w as its k-th.
        var (best, from) = (new double[all + 1][], new (int Sent, int Slot)[all + 1][]);
        var firstMoment = 0;
        for (var s = 0; s < all; s++)
        {
            while (moments[firstMoment] <= s)
                firstMoment++;
            if (s > 0 && best[s] is null)
                continue;
            for (var slot = s == 0 ? -1 : 0; slot < (s == 0 ? 0 : windows * perWindow); slot++)
            {
                var until = s == 0 ? 0 : best[s][slot];
                if (double.IsInfinity(until))
                    continue;
                var (before, used) = s == 0 ? (0, 0) : (slot / perWindow, (slot % perWindow) + 1);
                var own = WindowOf(arrivals[s]);
                // At the beginning of a window, now or later: a full request, or all that waits.
                for (var w = before; w < windows; w++)
                {
                    var kth = w == before ? used + 1 : 1;
                    if (kth > perWindow || due[w] <= s)
                        continue;
                    // The one before left within this window already, later than its beginning.
                    if (w == before && s > 0 && WindowOf(arrivals[s - 1]) == w && arrivals[s - 1] > w * window)
                        continue;
                    Try((int)Math.Min(due[w], (long)s + mostEntries), w, kth, w * window, s, slot, until);
                }

                // With the arrival of its last entry.
                for (var m = firstMoment; ; m++)
                {
                    var e = m < moments.Length ? (int)Math.Min(moments[m], (long)s + mostEntries) : all + 1;
                    if (e > all)
                        break;
                    var w = WindowOf(arrivals[e - 1]);
                    var kth = w == before ? used + 1 : 1;
                    if (w >= before && kth <= perWindow)
                        Try(e, w, kth, arrivals[e - 1], s, slot, until);
                    if (e - s >= mostEntries)
                        break;
                }
            }
        }

        var staleness = new double[all];
        var at = Array.IndexOf(best[all], best[all].Min());
        for (var e = all; e > 0;)
        {
            var (s, slot) = from[e][at];
            var leaves = Math.Max(arrivals[e - 1], at / perWindow * window);
            for (var i = s; i < e; i++)
                staleness[i] = leaves - arrivals[i];
            (e, at) = (s, slot);
        }

        return staleness;

        int WindowOf(double moment) => (int)(moment / window);

        void Try(int e, int w, int k, double leaves, int s, int slot, double until)
        {
            if (best[e] is null)
            {
                (best[e], from[e]) = (new double[windows * perWindow], new (int, int)[windows * perWindow]);
                Array.Fill(best[e], double.PositiveInfinity);
            }

            var cost = until + ((e - s) * leaves) - (sum[e] - sum[s]);
            if (cost < best[e][(w * perWindow) + k - 1])
                (best[e][(w * perWindow) + k - 1], from[e][(w * perWindow) + k - 1]) = (cost, (s, slot));
        }
    }
}
