namespace JoorBus.Simulators.Wms;

/// <summary>What to publish after a command, and how long to wait before. Empty when the warehouse stays silent.</summary>
public sealed record WmsReply(IReadOnlyList<WmsAnswer> Answers, TimeSpan Latency);
