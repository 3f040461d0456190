using System.Text.Json.Nodes;
using JoorBus.Contracts.Orders;
using JoorBus.Simulators.Comparing;
using JoorBus.Simulators.Keeping;

namespace JoorBus.Simulators.Joor;

/// <summary>An order in memory; touched only under its account's lock.</summary>
internal sealed class StoredOrder
{
    private static readonly LedgerContent NoContent = new([], null);
    private readonly List<JoorOrderChange> _history = [];
    private DateTimeOffset _exportedModification;

    public required string OrderId { get; init; }

    /// <summary>Place in order of being added.</summary>
    public long Number { get; set; }

    /// <summary>A cart: v4 shows it, v2 does not.</summary>
    public bool IsInProgress { get; set; }

    /// <summary>What v4 wrote and v2 has no field for.</summary>
    public JsonObject FurtherFields { get; } = [];

    /// <summary>Lines of items that are inactive for now.</summary>
    public List<JoorOrderLine> HiddenLines { get; } = [];

    /// <summary>Null for an order given as raw text.</summary>
    public JoorOrder? Order { get; set; }

    public required JoorOrderStatus Status { get; set; }
    public required bool IsImportable { get; init; }
    public required byte[] Json { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
    public JoorExportState Export { get; private set; }
    public DateTimeOffset? ExportedAt { get; private set; }
    public int Revisions { get; private set; }

    /// <summary>Grows with each change.</summary>
    public int Steps => _history.Count;

    public static StoredOrder Of(KeptOrder kept)
    {
        var order = new StoredOrder
        {
            OrderId = kept.Order.JoorOrderId,
            Order = kept.Order,
            Status = kept.Order.Status,
            IsImportable = true,
            IsInProgress = kept.IsInProgress,
            Json = [],
            Export = kept.Export,
            ExportedAt = kept.ExportedAt,
            Revisions = kept.Revisions,
        };
        order._exportedModification = kept.ExportedModification;
        order._history.AddRange(kept.History);
        return order;
    }

    public KeptOrder ToKept() => new(Order!, IsInProgress, ModifiedAt, Export, ExportedAt, _exportedModification, Revisions, [.. _history]);

    public bool IsModifiedSinceExport => Export == JoorExportState.Exported && ModifiedAt > _exportedModification;

    public void Note(JoorOrderChangeKind kind)
    {
        if (kind is JoorOrderChangeKind.Added or JoorOrderChangeKind.Amended)
            Revisions++;
        _history.Add(new(ModifiedAt, kind, Revisions));
    }

    public void MarkExported(DateTimeOffset now, long request)
    {
        var kind = Export == JoorExportState.Exported ? JoorOrderChangeKind.ExportedAgain : JoorOrderChangeKind.Exported;
        (Export, ExportedAt, _exportedModification) = (JoorExportState.Exported, now, ModifiedAt);
        _history.Add(new(now, kind, Revisions, request));
    }

    public void MarkFailed(DateTimeOffset now, long request)
    {
        Export = JoorExportState.Failed;
        _history.Add(new(now, JoorOrderChangeKind.ExportFailed, Revisions, request));
    }

    /// <summary>Takes the mark away, as v4 can.</summary>
    public void Unmark() => (Export, ExportedAt) = (JoorExportState.NotExported, null);

    public JoorOrderEntry ToEntry() => new()
    {
        OrderId = OrderId,
        Status = Status,
        IsImportable = IsImportable,
        Revisions = Revisions,
        ModifiedAt = ModifiedAt,
        Export = Export,
        ExportDescription = FurtherFields.Text("export_description"),
        IsModifiedSinceExport = IsModifiedSinceExport,
        // v2 sends no line numbers; a line's number is its place.
        Content = Order is null ? NoContent : new([.. Order.Lines.Select((line, index) => new LedgerLine(index + 1, line.Upc, line.Quantity))], Order.Comments),
        History = [.. _history],
    };
}
