using JoorBus.Inventory.Planning;

namespace JoorBus.Http;

/// <summary>What sending everything takes.</summary>
/// <param name="Connection">Name of the connection.</param>
/// <param name="Entries">Numbers, or styles, to send.</param>
/// <param name="Requests">Requests they take.</param>
/// <param name="Credits">Credits of these.</param>
/// <param name="Takes">Time until the last one leaves, when nothing else is sent.</param>
public sealed record CostView(string Connection, int Entries, int Requests, int Credits, TimeSpan Takes);

/// <summary>What was refused and is due again.</summary>
public sealed record AgainDue(string Connection, int Again);

/// <summary>What settings make of some items, and the requests that would follow; nothing is stored or sent.</summary>
/// <param name="Connection">Name of the connection.</param>
/// <param name="Items">In the order of the WMS's keys.</param>
/// <param name="Unmapped">Warehouses of the WMS that feed none of JOOR's, with the levels of these items in them.</param>
/// <param name="Requests">The next requests as they would be sent now; empty unless asked for.</param>
/// <param name="Next">Where the next page begins; null without items.</param>
public sealed record StockPreviewView(
    string Connection, IReadOnlyList<PreviewedStock> Items, IReadOnlyDictionary<string, int> Unmapped, IReadOnlyList<PreviewedRequest> Requests, string? Next)
{
    internal static StockPreviewView Of(string connection, StockPreview preview, IReadOnlyList<PushPreview> requests) => new(
        connection,
        [.. preview.Items.Select(item => new PreviewedStock(
            item.Item, item.JoorItem?.Key, item.IsSkipped ? "kept out of JOOR by the warehouse system (skip)" : item.Reason, [.. item.Slots.Select(Slot)]))],
        preview.UnmappedWarehouses,
        [.. requests.Select(request => new PreviewedRequest(request.Entries.Count, request.Options.Overwrite, request.Options.DecPending, request.Body))],
        preview.Items.Count == 0 ? null : preview.Items[^1].Item);

    private static PreviewedSlot Slot(Slot slot) => new(
        slot.Key.Warehouse, slot.Key.IsImmediate ? null : slot.Key.Day, slot.Wanted.Quantity, slot.Wanted.IsMadeToOrder, slot.Pushed?.Quantity);
}

/// <summary>One item. <paramref name="Reason"/> says why it goes nowhere; null when it goes.</summary>
public sealed record PreviewedStock(string Item, string? JoorItem, string? Reason, IReadOnlyList<PreviewedSlot> Slots);

/// <summary>A number for JOOR, and the one that JOOR has.</summary>
public sealed record PreviewedSlot(string Warehouse, DateOnly? Day, int Quantity, bool IsMadeToOrder, int? JoorHas);

/// <summary>A request as it would be sent. <paramref name="Body"/> is the JSON of it; a connection that speaks XML sends the same in XML.</summary>
public sealed record PreviewedRequest(int Entries, bool Overwrite, bool DecPending, string Body);
