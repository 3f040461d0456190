using JoorBus.Benchmarks.Source;
using MassTransit;

namespace JoorBus.Benchmarks.PlainMassTransit;

/// <summary>The saga's document; the version is the one it was read with.</summary>
public sealed class OrderSaga : SagaStateMachineInstance, ISagaVersion
{
    public Guid CorrelationId { get; set; }
    public int Version { get; set; }
    public string? State { get; set; }
    public string? JoorOrderId { get; set; }
    public int Revision { get; set; }
    public string? WmsOrderId { get; set; }
    public List<TrackedStep> Timeline { get; set; } = [];
}
