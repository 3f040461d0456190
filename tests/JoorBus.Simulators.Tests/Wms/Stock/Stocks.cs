using JoorBus.Contracts.Inventory;
using JoorBus.Simulators.Joor;
using JoorBus.Simulators.Wms;

namespace JoorBus.Simulators.Tests.Wms.Stock;

/// <summary>A small warehouse whose items are those of a JOOR account.</summary>
internal static class Stocks
{
    public static readonly JoorCatalogSeed Seed = new() { Styles = 4, Colors = 2, Sizes = 2 };

    public static WmsStock New(TimeProvider? time = null) => new(WmsCatalog.Items(Seed), ["WH1", "WH2"], time: time);

    public static IReadOnlyList<InventoryLevel> Levels(IEnumerable<WmsAnnouncement> announcements) =>
        [.. announcements.Select(announcement => announcement.Message).OfType<InventoryChanged>().SelectMany(message => message.Levels)];
}
