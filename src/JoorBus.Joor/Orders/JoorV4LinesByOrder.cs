using System.Text.Json;

namespace JoorBus.Joor;

/// <summary>The lines of several orders, and the UPCs of their SKUs.</summary>
internal sealed class JoorV4LinesByOrder
{
    private readonly Dictionary<string, List<JsonElement>> _rows = [];
    private readonly Dictionary<string, string> _refusals = [];

    /// <summary>UPC by SKU id, where the lines themselves carry none.</summary>
    public Dictionary<string, string> Upcs { get; } = [];

    public IEnumerable<JsonElement> Rows => _rows.Values.SelectMany(rows => rows);

    public void Add(IEnumerable<JsonElement> rows)
    {
        foreach (var row in rows)
        {
            if (new JoorFields(row, "", new JoorFaults()).Text("order_id")?.Trim() is not { } id)
                continue;
            if (!_rows.TryGetValue(id, out var lines))
                _rows.Add(id, lines = []);
            lines.Add(row);
        }
    }

    public void Refuse(string orderId, string reason) => _refusals[orderId] = reason;

    public JoorV4LinesOf Of(string? orderId) => orderId is null
        ? new JoorV4LinesOf([], null, Upcs)
        : new JoorV4LinesOf(_rows.GetValueOrDefault(orderId) ?? [], _refusals.GetValueOrDefault(orderId), Upcs);
}

/// <summary>One order's lines; <paramref name="Refusal"/> is why JOOR does not give them.</summary>
internal sealed record JoorV4LinesOf(IReadOnlyList<JsonElement> Rows, string? Refusal, IReadOnlyDictionary<string, string> Upcs);
