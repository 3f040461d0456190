namespace JoorBus.Simulators.Joor;

/// <summary>One step in an order's life. <paramref name="Request"/> is the number of the request that caused it, null for the simulator's user.</summary>
public sealed record JoorOrderChange(DateTimeOffset At, JoorOrderChangeKind Kind, int Revision, long? Request = null);
