using JoorBus.Joor;
using JoorBus.Simulators.Joor;

namespace JoorBus.Demo;

/// <summary>A brand of the demo: its connection, and its account in JOOR's stand-in.</summary>
internal sealed record DemoBrand(string Connection, string AccountId, JoorApiVersion Api, JoorFormat Format)
{
    // v4 reads an order's lines beside the order, and a mark costs five credits.
    private static readonly TimeSpan SlowerThroughV4 = TimeSpan.FromSeconds(1);

    public static IReadOnlyList<DemoBrand> All { get; } =
    [
        new("demo-v2-json", "1001", JoorApiVersion.V2, JoorFormat.Json),
        new("demo-v2-xml", "1002", JoorApiVersion.V2, JoorFormat.Xml),
        new("demo-v4", "1003", JoorApiVersion.V4, JoorFormat.Json),
    ];

    private bool IsV4 => Api == JoorApiVersion.V4;

    private string Token => $"{Connection}-token";

    private JoorSimulatorUser User => new() { ClientId = Connection, ClientSecret = $"{Connection}-secret", Username = "demo", Password = $"{Connection}-password" };

    /// <summary>How many of these orders are this brand's.</summary>
    public int ShareOf(int orders) => (orders * (IndexOf() + 1) / All.Count) - (orders * IndexOf() / All.Count);

    public JoorSimulatorAccount ToAccount() => IsV4
        ? new JoorSimulatorAccount { AccountId = AccountId, Users = [User] }
        : new JoorSimulatorAccount { AccountId = AccountId, Tokens = [Token] };

    /// <summary>Connects to the stand-in. Two reads every three seconds stay below JOOR's 300 credits in 300 seconds.</summary>
    public JoorConnectionOptions ToOptions(JoorSimulator joor, bool endsAtRest, DateTimeOffset startDate) => new()
    {
        Name = Connection,
        ApiVersion = Api,
        Environment = JoorEnvironment.Sandbox,
        Token = IsV4 ? null : Token,
        AccountId = AccountId,
        ClientId = IsV4 ? User.ClientId : null,
        ClientSecret = IsV4 ? User.ClientSecret : null,
        Username = IsV4 ? User.Username : null,
        Password = IsV4 ? User.Password : null,
        Format = Format,
        BaseUrl = joor.BaseUrl.ToString(),
        TokenUrl = joor.TokenUrl.ToString(),
        PollInterval = TimeSpan.FromSeconds(endsAtRest ? 3 : 5) + (IsV4 ? SlowerThroughV4 : TimeSpan.Zero),
        StartDate = startDate,
    };

    private int IndexOf() => All.ToList().FindIndex(brand => brand.Connection == Connection);
}
