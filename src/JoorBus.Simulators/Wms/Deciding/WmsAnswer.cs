namespace JoorBus.Simulators.Wms;

/// <summary>A message to publish. A repeated answer is the same message with the same id.</summary>
public sealed record WmsAnswer(Guid MessageId, object Message);
