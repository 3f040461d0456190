namespace JoorBus.Benchmarks.Stub;

/// <summary>Where the warehouse takes commands and where its answers go.</summary>
public sealed record WarehouseRoute(Uri Amqp, string Queue, string AnswerExchange)
{
    /// <summary>Headers of each answer, for contenders that route by them.</summary>
    public IDictionary<string, object?>? Headers { get; init; }
}
