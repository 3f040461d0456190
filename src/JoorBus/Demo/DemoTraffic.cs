using JoorBus.Simulators.Joor;

namespace JoorBus.Demo;

/// <summary>A brand's day in JOOR: orders are approved, some are changed soon after, some cancelled; JOOR answers with a fault now and then.</summary>
/// <param name="orders">The brand's orders in JOOR.</param>
/// <param name="plan">The part of the demo that is this brand's.</param>
/// <param name="clock">Between two waves.</param>
internal sealed class DemoTraffic(JoorSimulatorOrders orders, DemoPlan plan, TimeProvider clock)
{
    private const int Waves = 10;

    // A change comes when its order has been imported: five waves are longer than any poll interval and its work.
    private const int ChangedAfter = 5;
    private static readonly (string Path, int Count)[] Paths =
    [
        ("/v2/order", 2), ("/v4/orders", 2), ("/v4/skus", 2), ("/v2/bulk-inventory", 2),
        ("/v2/bulk-style", 1), ("/v2/style-number", 1), ("/v4/products", 1), ("/v4/prices", 1), ("/v4/collections", 1),
    ];

    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    public int Added { get; private set; }

    public int Amended { get; private set; }

    public int Cancelled { get; private set; }

    public bool IsDone { get; private set; }

    /// <summary>Some of each fault on every path that orders, stock and products take, at random moments.</summary>
    public static void Trouble(JoorSimulator joor)
    {
        foreach (var (path, count) in Paths)
        {
            foreach (var kind in new[] { JoorFaultKind.ServerError, JoorFaultKind.DropAfterEffect, JoorFaultKind.HtmlPage, JoorFaultKind.CutOffJson })
            {
                joor.Faults.Add(new JoorFault { Kind = kind, Matching = path, Count = count, Probability = 0.2 });
            }
        }
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var waves = new List<IReadOnlyList<string>>();
        for (var wave = 1; wave <= Waves + ChangedAfter; wave++)
        {
            if (wave <= Waves)
            {
                waves.Add(orders.AddApproved((plan.Orders * wave / Waves) - Added));
                Added += waves[^1].Count;
            }

            if (wave > ChangedAfter)
            {
                Change(waves[wave - ChangedAfter - 1], wave - ChangedAfter);
            }

            await Task.Delay(Between, clock, cancellationToken).ConfigureAwait(false);
        }

        IsDone = true;
    }

    private void Change(IReadOnlyList<string> fresh, int wave)
    {
        var amend = (plan.Amended * wave / Waves) - Amended;
        var cancel = (plan.Cancelled * wave / Waves) - Cancelled;
        foreach (var id in fresh.Take(amend))
        {
            orders.Amend(id);
            Amended++;
        }

        foreach (var id in fresh.Skip(amend).Take(cancel))
        {
            orders.Cancel(id);
            Cancelled++;
        }
    }
}
