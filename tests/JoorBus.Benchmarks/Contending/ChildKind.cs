using JoorBus.Benchmarks.Durable;
using JoorBus.Benchmarks.Measuring;
using JoorBus.Benchmarks.PlainMassTransit;
using JoorBus.Benchmarks.Source;
using JoorBus.Benchmarks.Twins;
using JoorBus.Benchmarks.Twins.A;
using JoorBus.Benchmarks.Twins.B;
using JoorBus.Contracts.Orders;
using JoorBus.Messaging;

namespace JoorBus.Benchmarks.Contending;

/// <summary>What this program can be as a child: its name, where the warehouse listens and answers, and how to make it.</summary>
public sealed record ChildKind(
    string Name, string WarehouseQueue, string AnswerExchange, Func<ChildOptions, OrderSource, IOrderPath> Create)
{
    public IDictionary<string, object?>? AnswerHeaders { get; init; }

    /// <summary>Creates the tables before the child starts; null when the child does it.</summary>
    public string? CreateTables { get; init; } = OrderPathSchema.Create;

    /// <summary>How to empty and count the tables, by connection string.</summary>
    public Func<string, OrderPathTables> Tables { get; init; } =
        postgres => new OrderPathTables(postgres, OrderPathSchema.Empty, OrderPathSchema.CountAccepted, OrderPathSchema.CountOutbox);

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Profile-guided tiering cost the twins more than it saved.</summary>
    private static readonly Dictionary<string, string> WithoutProfiling = new() { ["DOTNET_TieredPGO"] = "0" };

    public static readonly IReadOnlyList<ChildKind> All =
    [
        new("joorbus", QueueName.WmsOrders, EntityNames.Of(typeof(WmsOrderAccepted)), (options, source) => new JoorBusPath(options, source))
        {
            CreateTables = null,
            Tables = postgres => new OrderPathTables(postgres, JoorBusTables.Empty, JoorBusTables.CountAccepted, JoorBusTables.CountOutbox),
            Environment = WithoutProfiling,
        },
        new("twin-a", TwinTopology.WarehouseQueue, TwinTopology.OrderAccepted, (options, source) => new TwinA(options, source))
        {
            Environment = WithoutProfiling,
        },
        new("twin-b", TwinTopology.WarehouseQueue, TwinTopology.OrderAccepted, (options, source) => new TwinB(options, source))
        {
            Environment = WithoutProfiling,
        },
        Plain("plain", sendsTogether: false),
        Plain("plain-together", sendsTogether: true),
    ];

    private static ChildKind Plain(string name, bool sendsTogether) => new(
        name, PlainTopology.WarehouseQueue, PlainTopology.OrderAccepted, (options, source) => new PlainPath(options, source, sendsTogether))
    {
        AnswerHeaders = PlainTopology.AnswerHeaders,
    };
}
