namespace JoorBus.Inventory.Setting;

/// <summary>How saving ended.</summary>
public abstract record SettingsOutcome
{
    private SettingsOutcome()
    {
    }

    /// <summary>Stored, at its new version.</summary>
    public sealed record Saved(InventorySettings Settings) : SettingsOutcome;

    /// <summary>Somebody else saved first; nothing is stored.</summary>
    public sealed record Conflict : SettingsOutcome
    {
        public static readonly Conflict Instance = new();
    }
}
