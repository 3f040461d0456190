using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace JoorBus.Simulators.Joor;

/// <summary>Filters of v4's order list. <c>last_modified</c> as "at or after" and the names to sort by are a guess.</summary>
internal sealed record V4OrderQuery
{
    public HashSet<string>? OrderIds { get; init; }
    public HashSet<string>? Statuses { get; init; }
    public DateTimeOffset? ApprovedFrom { get; init; }
    public DateTimeOffset? ApprovedTo { get; init; }
    public JoorExportState? Export { get; init; }
    public DateTimeOffset? ModifiedFrom { get; init; }
    public required Func<StoredOrder, object?> SortBy { get; init; }
    public bool IsDescending { get; init; }

    public static bool TryRead(JoorCall call, [NotNullWhen(true)] out V4OrderQuery? query, out string fault)
    {
        query = null;
        if (!TryTime(call, "date_approved_start", isEnd: false, out var approvedFrom, out fault)
            || !TryTime(call, "date_approved_end", isEnd: true, out var approvedTo, out fault)
            || !TryTime(call, "last_modified", isEnd: false, out var modifiedFrom, out fault)
            || !TryChoice(call, "export_status", Exports, null, out var export, out fault)
            || !TryChoice(call, "sort_order", Orders, false, out var isDescending, out fault)
            || !TryChoice(call, "sort_by", Sorts, order => order.Number, out var sort, out fault))
        {
            return false;
        }
        query = new V4OrderQuery
        {
            OrderIds = V4List.Ids(call, "order_ids"),
            Statuses = V4List.Ids(call, "status"),
            ApprovedFrom = approvedFrom,
            ApprovedTo = approvedTo,
            ModifiedFrom = modifiedFrom,
            Export = export,
            SortBy = sort!,
            IsDescending = isDescending,
        };
        if (query.Statuses?.FirstOrDefault(status => !V4OrderStatus.IsKnown(status)) is { } unknown)
            fault = $"Unknown status `{unknown}`";
        return fault.Length == 0;
    }

    public bool Matches(StoredOrder order) =>
        order.Order is { } content
        && OrderIds?.Contains(order.OrderId) != false
        && Statuses?.Contains(V4OrderStatus.Of(order)) != false
        && (ApprovedFrom is null || content.ApprovedAt >= ApprovedFrom)
        && (ApprovedTo is null || content.ApprovedAt <= ApprovedTo)
        && (Export is null || order.Export == Export)
        && (ModifiedFrom is null || order.ModifiedAt >= ModifiedFrom);

    private static readonly Dictionary<string, JoorExportState?> Exports = new()
    {
        ["SUCCESS"] = JoorExportState.Exported,
        ["FAILED"] = JoorExportState.Failed,
        ["UNDEFINED"] = JoorExportState.NotExported,
    };

    private static readonly Dictionary<string, bool> Orders = new() { ["ASCENDING"] = false, ["DESCENDING"] = true };

    private static readonly Dictionary<string, Func<StoredOrder, object?>> Sorts = new()
    {
        ["id"] = order => order.Number,
        ["date_modified"] = order => order.ModifiedAt,
        ["date_created"] = order => order.Order?.CreatedAt,
    };

    private static bool TryChoice<T>(JoorCall call, string name, Dictionary<string, T> choices, T missing, out T value, out string fault)
    {
        fault = "";
        value = missing;
        if (call.Query(name) is not { } text || choices.TryGetValue(text, out value!))
            return true;
        fault = $"`{name}` must be one of {string.Join(", ", choices.Keys)}";
        return false;
    }

    private static bool TryTime(JoorCall call, string name, bool isEnd, out DateTimeOffset? value, out string fault)
    {
        fault = "";
        value = null;
        if (call.Query(name) is not { } text)
            return true;
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            fault = $"`{name}` must be an ISO 8601 time";
            return false;
        }
        // A day alone, as an end, includes that day.
        value = isEnd && text.Length == 10 ? time.AddDays(1).AddTicks(-1) : time;
        return true;
    }
}
