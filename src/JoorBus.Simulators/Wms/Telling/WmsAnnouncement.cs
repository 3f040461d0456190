namespace JoorBus.Simulators.Wms;

/// <summary>Something the warehouse tells unasked. Told again it has the same id.</summary>
public sealed record WmsAnnouncement(Guid MessageId, object Message);
