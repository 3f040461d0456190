using System.Globalization;
using JoorBus.Inventory.Identifying;

namespace JoorBus.Inventory.Setting;

/// <summary>What is wrong with settings of stock, in sentences. Pure.</summary>
public static class InventorySettingsRules
{
    private const int MostUnits = 1_000_000;
    private const int MostItems = 50_000;
    private static readonly TimeSpan LeastReconcile = TimeSpan.FromHours(1);
    private static readonly TimeSpan MostReconcile = TimeSpan.FromDays(30);

    /// <summary>Every fault; empty when none.</summary>
    /// <param name="settings">As they shall be.</param>
    /// <param name="before">As they are; null where none were ever saved.</param>
    /// <param name="connectionName">The connection's present name.</param>
    /// <param name="overwriteConfirmation">That name, typed again, where overwrite is switched on.</param>
    /// <param name="knownJoorWarehouses">JOOR's warehouses; null where they are not known.</param>
    public static IReadOnlyList<string> Faults(
        InventorySettings settings, InventorySettings? before, string connectionName, string? overwriteConfirmation, IReadOnlyCollection<string>? knownJoorWarehouses)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return
        [
            .. Ranges(settings),
            .. Modes(settings, before, connectionName, overwriteConfirmation),
            .. WarehouseRules.Faults(settings, knownJoorWarehouses),
            .. settings.Identity == StockIdentity.Style ? ItemTemplates.Check(settings.Templates) : [],
            .. QuietHoursRules.Faults(settings),
        ];
    }

    private static IEnumerable<string> Ranges(InventorySettings settings)
    {
        if (settings.MaxOverwriteLoss is < 0 or > 1)
        {
            yield return Sentence($"maxOverwriteLoss is {settings.MaxOverwriteLoss}; allowed is 0 to 1");
        }

        if (settings.SafetyStock is < 0 or > MostUnits)
        {
            yield return Sentence($"safetyStock is {settings.SafetyStock}; allowed is 0 to {MostUnits}");
        }

        if (settings.MaxItemsPerRequest is < 1 or > MostItems)
        {
            yield return Sentence($"maxItemsPerRequest is {settings.MaxItemsPerRequest}; allowed is 1 to {MostItems}");
        }

        if (settings.CreditShare is < 0.05m or > 1)
        {
            yield return Sentence($"creditShare is {settings.CreditShare}; allowed is 0.05 to 1");
        }

        if (settings.ReconcileEvery is { } every && (every < LeastReconcile || every > MostReconcile))
        {
            yield return $"reconcileEvery is {every}; allowed is 01:00:00 to 30.00:00:00, or nothing for never";
        }
    }

    private static IEnumerable<string> Modes(InventorySettings settings, InventorySettings? before, string connectionName, string? overwriteConfirmation)
    {
        if (!Enum.IsDefined(settings.Mode) || !Enum.IsDefined(settings.Identity) || !Enum.IsDefined(settings.Basis))
        {
            yield return "mode, identity or basis is none of the known words";
        }

        if (settings.Mode == StockMode.Overwrite && before?.Mode != StockMode.Overwrite && !string.Equals(overwriteConfirmation, connectionName, StringComparison.Ordinal))
        {
            yield return $"mode overwrite removes from JOOR whatever a full push does not name; to confirm it, give overwriteConfirmation with the connection's name exactly: {connectionName}";
        }

        if (settings is { DecPending: true, SubtractsOpenOrders: true })
        {
            yield return "decPending and subtractsOpenOrders are both on, so open orders would be subtracted twice; keep one of them";
        }
    }

    private static string Sentence(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
