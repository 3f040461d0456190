using JoorBus.Contracts.Orders;

namespace JoorBus.Simulators.Joor;

/// <content>What requests read and change, under the account's lock.</content>
public sealed partial class JoorSimulatorOrders
{
    internal OrderPage Read(OrderQuery query, long request)
    {
        lock (_lock)
        {
            var candidates = query.OrderId is null ? _log.Between(query.From, query.To)
                : _orders.TryGetValue(query.OrderId, out var order) ? [order] : [];
            var matches = candidates.Where(query.Matches).ToList();
            var page = matches.Skip(query.StartFrom).Take(query.Count).ToList();
            if (query.IsSync)
                page = Mark(page, query, request);
            return new([.. page.Select(order => order.Json)], matches.Count, query.IsSync ? page.Count : 0);
        }
    }

    /// <summary>All orders; to be used under the account's lock.</summary>
    internal IEnumerable<StoredOrder> All => _orders.Values;

    internal IReadOnlyList<StoredOrder> Find(V4OrderQuery query)
    {
        var candidates = query.ModifiedFrom is { } from ? _log.Between(from, DateTimeOffset.MaxValue)
            : query.OrderIds is { } ids ? ids.Select(id => _orders.GetValueOrDefault(id)).OfType<StoredOrder>()
            : _orders.Values;
        var matches = candidates.Where(query.Matches);
        return [.. query.IsDescending ? matches.OrderByDescending(query.SortBy) : matches.OrderBy(query.SortBy)];
    }

    private List<StoredOrder> Mark(List<StoredOrder> page, OrderQuery query, long request)
    {
        var now = _time.GetUtcNow();
        var failed = page.Where(order => (query.ChecksRequiredFields && RequiredFields.AreMissing(order, _options.RequiredFields))
            || (query.ChecksDeletedStyles && order.Order?.Lines.Any(_isDeleted) == true)).ToHashSet();
        foreach (var order in page)
        {
            if (failed.Contains(order))
                order.MarkFailed(now, request);
            else
                order.MarkExported(now, request);
        }
        return [.. page.Where(order => !failed.Contains(order))];
    }

    internal string NextId() => _generator.NextId();

    /// <summary>Null for an unknown id.</summary>
    internal StoredOrder? FindStored(string orderId) => _orders.GetValueOrDefault(orderId);

    internal StoredOrder Create(JoorOrder order, bool isInProgress)
    {
        var stored = new StoredOrder { OrderId = order.JoorOrderId, Order = order, Status = order.Status, IsImportable = true, IsInProgress = isInProgress, Json = [] };
        Store(stored);
        return stored;
    }

    internal void Replace(StoredOrder stored, JoorOrder order, bool isInProgress)
    {
        var kind = stored.Status == order.Status ? JoorOrderChangeKind.Amended : order.Status switch
        {
            JoorOrderStatus.Approved => JoorOrderChangeKind.Approved,
            JoorOrderStatus.Shipped => JoorOrderChangeKind.Shipped,
            JoorOrderStatus.Cancelled => JoorOrderChangeKind.Cancelled,
            _ => JoorOrderChangeKind.Amended,
        };
        (stored.Order, stored.Status, stored.IsInProgress) = (order, order.Status, isInProgress);
        Touch(stored, kind);
    }

    /// <summary>v4's export_status, which v2 shows as its mark.</summary>
    internal void MarkThroughV4(StoredOrder stored, string? exportStatus, long request)
    {
        switch (exportStatus)
        {
            case "SUCCESS":
                stored.MarkExported(_time.GetUtcNow(), request);
                break;
            case "FAILED":
                stored.MarkFailed(_time.GetUtcNow(), request);
                break;
            case "UNDEFINED":
                stored.Unmark();
                break;
        }
    }
}
