using JoorBus.Inventory.Setting;
using JoorBus.Joor;
using JoorBus.Simulators.Comparing;
using JoorBus.Simulators.Joor;

namespace JoorBus.Demo;

/// <summary>A brand of the demo: its connection, and its account in JOOR's stand-in.</summary>
internal sealed record DemoBrand(string Connection, string AccountId, JoorApiVersion Api, JoorFormat Format)
{
    private const int SafetyStock = 2;

    // v4 reads an order's lines and SKUs beside the order, and a mark costs five credits.
    private static readonly TimeSpan SlowerThroughV4 = TimeSpan.FromSeconds(4);

    // v4 reads four pages of lines for each page of orders at every look: its brand is a small one.
    private static readonly int[] Parts = [19, 19, 2];

    // A season's styles are loaded at the same time, from the same credits.
    private const decimal ForStock = 0.5m;

    public static IReadOnlyList<DemoBrand> All { get; } =
    [
        new("demo-v2-json", "1001", JoorApiVersion.V2, JoorFormat.Json),
        new("demo-v2-xml", "1002", JoorApiVersion.V2, JoorFormat.Xml),
        new("demo-v4", "1003", JoorApiVersion.V4, JoorFormat.Json),
    ];

    private bool IsV4 => Api == JoorApiVersion.V4;

    private string Token => $"{Connection}-token";

    private JoorSimulatorUser User => new() { ClientId = Connection, ClientSecret = $"{Connection}-secret", Username = "demo", Password = $"{Connection}-password" };

    // The first brand keeps its warehouses apart in JOOR, the others sell from both as one.
    private IReadOnlyList<WarehouseMapping> Mappings => Connection == All[0].Connection
        ? [new(DemoWarehouse.East, "East"), new(DemoWarehouse.West, "West")]
        : [new(DemoWarehouse.East, "Default"), new(DemoWarehouse.West, "Default")];

    /// <summary>How many of these orders are this brand's.</summary>
    public int ShareOf(int orders)
    {
        var (before, all) = (Parts.Take(IndexOf()).Sum(), Parts.Sum());
        return (orders * (before + Parts[IndexOf()]) / all) - (orders * before / all);
    }

    public JoorSimulatorAccount ToAccount(JoorCatalogSeed catalog) => new()
    {
        AccountId = AccountId,
        Tokens = [Token],
        Users = IsV4 ? [User] : [],
        Warehouses = ["East", "West"],
        Catalog = catalog,
    };

    /// <summary>Connects to the stand-in. Orders are looked for seldom enough to leave most of JOOR's 300 credits in 300 seconds to stock and products.</summary>
    public JoorConnectionOptions ToOptions(JoorSimulator joor, DateTimeOffset startDate) => new()
    {
        Name = Connection,
        ApiVersion = Api,
        Environment = JoorEnvironment.Sandbox,
        // Also through v4: JOOR takes stock through v2 alone.
        Token = Token,
        OrdersThrough = IsV4 ? JoorOrdersThrough.V4 : JoorOrdersThrough.V2,
        AccountId = AccountId,
        ClientId = IsV4 ? User.ClientId : null,
        ClientSecret = IsV4 ? User.ClientSecret : null,
        Username = IsV4 ? User.Username : null,
        Password = IsV4 ? User.Password : null,
        Format = Format,
        BaseUrl = joor.BaseUrl.ToString(),
        TokenUrl = joor.TokenUrl.ToString(),
        PollInterval = TimeSpan.FromSeconds(5) + (IsV4 ? SlowerThroughV4 : TimeSpan.Zero),
        // What a killed host may have under way is waited for.
        RequestTimeout = TimeSpan.FromSeconds(5),
        TotalTimeout = TimeSpan.FromSeconds(15),
        StartDate = startDate,
    };

    public InventorySettings ToStockSettings(string key) =>
        new() { Id = Guid.Empty, Connection = key, IsOn = true, CreditShare = ForStock, Warehouses = Mappings, SafetyStock = SafetyStock };

    /// <summary>The same settings, in the words of those who compare.</summary>
    public StockRules ToStockRules() => new()
    {
        Warehouses = Mappings.ToDictionary(mapping => mapping.Wms, mapping => mapping.Joor),
        Buffer = (item, _) => item.SafetyStock ?? SafetyStock,
    };

    private int IndexOf() => All.ToList().FindIndex(brand => brand.Connection == Connection);
}
