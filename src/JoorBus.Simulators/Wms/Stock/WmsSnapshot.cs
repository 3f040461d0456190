namespace JoorBus.Simulators.Wms;

/// <summary>The messages of a full count.</summary>
public sealed record WmsSnapshot(WmsAnnouncement Started, IReadOnlyList<WmsAnnouncement> Levels, WmsAnnouncement Completed)
{
    /// <summary>Levels of one message.</summary>
    public const int LevelsPerMessage = 100;

    /// <summary>All of them, in order.</summary>
    public IReadOnlyList<WmsAnnouncement> All => [Started, .. Levels, Completed];
}
