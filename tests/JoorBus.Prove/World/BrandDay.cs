using JoorBus.Prove.Deaths;
using JoorBus.Simulators.Joor;

namespace JoorBus.Prove.World;

/// <summary>What the brand's users do in JOOR, and how JOOR's answers go wrong meanwhile; drawn from the seed.</summary>
internal sealed class BrandDay(JoorSimulator joor, KillPlan plan)
{
    private const int Waves = 20;
    private readonly Random random = new(plan.Seed);
    private readonly List<string> orders = [];
    private readonly HashSet<string> cancelled = [];

    public int Amended { get; private set; }

    public int Cancelled => cancelled.Count;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        for (var wave = 1; wave <= Waves; wave++)
        {
            orders.AddRange(joor.Orders.AddApproved((plan.Orders * wave / Waves) - orders.Count));
            if (random.Next(2) == 0)
                joor.Faults.Add(DrawFault());
            Change();
            await Task.Delay(KillPlan.Traffic / Waves, TimeProvider.System, cancellationToken);
        }

        joor.Faults.Clear();
    }

    // About a third of the orders is amended and a seventh cancelled; some before JoorBus has seen them, some twice.
    private void Change()
    {
        for (var i = 0; i < Math.Max(1, plan.Orders / 50); i++)
        {
            if (random.Next(100) < 65 && Draw() is { } amended)
            {
                joor.Orders.Amend(amended);
                Amended++;
            }

            if (random.Next(100) < 30 && Draw() is { } gone)
            {
                joor.Orders.Cancel(gone);
                cancelled.Add(gone);
            }
        }
    }

    private string? Draw() => orders.Count > 0 && orders[random.Next(orders.Count)] is var order && !cancelled.Contains(order) ? order : null;

    private JoorFault DrawFault()
    {
        var kinds = JoorFault.PassingKinds;
        return new JoorFault
        {
            Kind = kinds[random.Next(kinds.Count)],
            Matching = random.Next(3) == 0 ? "sync=1" : null,
            Count = random.Next(1, 4),
            Delay = TimeSpan.FromMilliseconds(random.Next(100, 1500)),
            RetryAfter = TimeSpan.FromSeconds(1),
        };
    }
}
