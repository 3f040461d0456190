namespace JoorBus.Joor.Tests.Limits;

/// <summary>What is drawn from a seed: the limits, the network, the clients and how often what goes wrong.</summary>
internal sealed record LimitPlan(int Seed)
{
    public JoorLimitOptions Limits { get; init; } = new() { Window = TimeSpan.FromSeconds(30), CreditsPerWindow = 300, ReservedForOrders = 60 };

    public int Concurrency { get; init; } = 7;

    public int Groups { get; init; } = 2;

    public int Clients { get; init; } = 24;

    public int Windows { get; init; } = 5;

    /// <summary>Longest way of a request or an answer; drawn with most of them far shorter.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromMilliseconds(40);

    /// <summary>Longest pause of a client between two requests; zero saturates.</summary>
    public TimeSpan LongestPause { get; init; }

    /// <summary>Of a hundred requests, how many get lost on their way or on the way back.</summary>
    public int Lost { get; init; }

    /// <summary>Of a hundred requests, how many never leave.</summary>
    public int NeverSent { get; init; }

    /// <summary>Time between two deaths of a client's process; null for none.</summary>
    public TimeSpan? Deaths { get; init; }

    /// <summary>Longest time between a wake-up and the next asking.</summary>
    public TimeSpan LongestWaking { get; init; } = TimeSpan.FromMilliseconds(10);

    public bool WithEndpoints { get; init; }

    public bool WithPriorities { get; init; } = true;

    public TimeSpan LongestAttempt { get; init; } = TimeSpan.FromSeconds(2);

    public static LimitPlan Of(int seed)
    {
        var random = new Random(seed);
        var credits = random.Next(20, 301);
        var slow = random.Next(3) == 0;
        return new(seed)
        {
            Limits = new()
            {
                Window = TimeSpan.FromSeconds(random.Next(5, 61)),
                CreditsPerWindow = credits,
                ReservedForOrders = random.Next(0, (credits / 2) - 5),
                Lag = TimeSpan.FromMilliseconds(random.Next(0, 201)),
            },
            Concurrency = random.Next(1, 8),
            Groups = random.Next(1, 4),
            Clients = random.Next(2, 31),
            LongestDelay = TimeSpan.FromMilliseconds(slow ? random.Next(500, 1900) : random.Next(2, 300)),
            LongestPause = TimeSpan.FromMilliseconds(random.Next(3) == 0 ? 0 : random.Next(0, 20_000)),
            Lost = random.Next(2) == 0 ? 0 : random.Next(0, 60),
            NeverSent = random.Next(2) == 0 ? 0 : random.Next(0, 30),
            Deaths = random.Next(2) == 0 ? null : TimeSpan.FromMilliseconds(random.Next(200, 10_000)),
            WithEndpoints = random.Next(2) == 0,
            WithPriorities = random.Next(2) == 0,
        };
    }
}
