using JoorBus.Benchmarks.PlainMassTransit;
using JoorBus.Benchmarks.Source;
using JoorBus.Benchmarks.Twins;
using JoorBus.Benchmarks.Twins.A;
using JoorBus.Benchmarks.Twins.B;

namespace JoorBus.Benchmarks.Contending;

/// <summary>What this program can be as a child: its name, where the warehouse listens and answers, and how to make it.</summary>
public sealed record ChildKind(
    string Name, string WarehouseQueue, string AnswerExchange, Func<ChildOptions, OrderSource, IOrderPath> Create)
{
    public IDictionary<string, object?>? AnswerHeaders { get; init; }
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Profile-guided tiering cost the twins more than it saved.</summary>
    private static readonly Dictionary<string, string> WithoutProfiling = new() { ["DOTNET_TieredPGO"] = "0" };

    public static readonly IReadOnlyList<ChildKind> All =
    [
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
