namespace JoorBus.Prove.Judging;

/// <summary>What JoorBus says of an order.</summary>
internal sealed record SagaRow(Guid OrderId, string State, string? HeldReason);
