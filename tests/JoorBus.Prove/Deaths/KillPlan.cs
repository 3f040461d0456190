namespace JoorBus.Prove.Deaths;

/// <summary>Everything that is random about one time, drawn from its seed alone, so that the seed repeats it.</summary>
/// <param name="Seed">Printed with every result.</param>
/// <param name="Orders">Orders that come up in JOOR.</param>
/// <param name="Hosts">JoorBus processes that share the work.</param>
/// <param name="DiesWhileStarting">Kills the first host this long after its start, when it is still making its tables and queues; null lets it start.</param>
/// <param name="Deaths">While orders, amendments and cancellations flow.</param>
/// <param name="WhileShipping">While the warehouse ships everything at once.</param>
/// <param name="StockChanges">Levels that change in the warehouse.</param>
/// <param name="ProductChanges">Changes of styles.</param>
public sealed record KillPlan(int Seed, int Orders, int Hosts, TimeSpan? DiesWhileStarting, IReadOnlyList<Death> Deaths, Death WhileShipping, int StockChanges, int ProductChanges)
{
    /// <summary>How long JOOR's users are at work.</summary>
    public static readonly TimeSpan Traffic = TimeSpan.FromSeconds(6);

    private const int HostShare = 50;
    private const int BrokerShare = 20;
    private const int All = 100;

    public static KillPlan Of(int seed, int orders, int stockChanges, int productChanges)
    {
        var random = new Random(seed);
        var hosts = random.Next(4) == 0 ? 2 : 1;
        TimeSpan? early = random.Next(3) == 0 ? Milliseconds(random, 300, 2500) : null;
        var deaths = new List<Death>();
        for (var left = random.Next(2, 5); left > 0; left--)
        {
            deaths.Add(Draw(random, Milliseconds(random, 100, (int)Traffic.TotalMilliseconds)));
            // Two close together find what one alone does not.
            if (random.Next(3) == 0)
                deaths.Add(Draw(random, deaths[^1].At + Milliseconds(random, 10, 400)));
        }

        return new KillPlan(seed, orders, hosts, early, [.. deaths.OrderBy(death => death.At)], Draw(random, Milliseconds(random, 0, 400)), stockChanges, productChanges);
    }

    private static Death Draw(Random random, TimeSpan at)
    {
        var share = random.Next(All);
        var victim = share < HostShare ? Victim.Host : share < HostShare + BrokerShare ? Victim.Broker : Victim.Postgres;
        return new Death(at, Milliseconds(random, 0, 450), victim, random.Next(2), Milliseconds(random, 0, 800));
    }

    private static TimeSpan Milliseconds(Random random, int least, int most) => TimeSpan.FromMilliseconds(random.Next(least, most));
}
