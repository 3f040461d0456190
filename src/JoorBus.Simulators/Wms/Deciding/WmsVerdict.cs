namespace JoorBus.Simulators.Wms;

/// <summary>What the warehouse says to a command that is possible; null agrees.</summary>
internal sealed record WmsVerdict(string? RefusalReason);
