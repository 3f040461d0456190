using System.Text;
using JoorBus.Contracts.Orders;

namespace JoorBus.Simulators.Joor;

/// <summary>The orders of one account: what a brand and its retailers would do in JOOR's own screens.</summary>
public sealed partial class JoorSimulatorOrders
{
    private readonly Lock _lock;
    private readonly Dictionary<string, StoredOrder> _orders = [];
    private readonly ModificationLog _log = new();
    private readonly OrderGenerator _generator;
    private readonly JoorSimulatorOptions _options;
    private readonly TimeProvider _time;
    private readonly Func<JoorOrderLine, bool> _isDeleted;

    internal JoorSimulatorOrders(string accountId, int account, JoorSimulatorOptions options, TimeProvider time, Lock gate, SeededItems items, Func<JoorOrderLine, bool> isDeleted)
    {
        (AccountId, _options, _time, _lock, _isDeleted) = (accountId, options, time, gate, isDeleted);
        _generator = new OrderGenerator(options.Seed, account, options.LinesPerOrder, items);
    }

    /// <summary>JOOR's number of the account, sent as X-Throttling-Account-Id.</summary>
    public string AccountId { get; }

    /// <summary>An order of made-up but plausible content, not added yet. Approved unless told otherwise.</summary>
    public JoorOrder Generate(JoorOrderStatus status = JoorOrderStatus.Approved)
    {
        lock (_lock)
            return _generator.Next(status, _time.GetUtcNow());
    }

    /// <summary>Adds an order; its modified date is set here. Returns its id.</summary>
    public string AddOrder(JoorOrder order)
    {
        lock (_lock)
        {
            Store(new StoredOrder { OrderId = order.JoorOrderId, Order = order, Status = order.Status, IsImportable = true, Json = [] });
            return order.JoorOrderId;
        }
    }

    /// <summary>Adds generated, approved orders and returns their ids.</summary>
    public IReadOnlyList<string> AddApproved(int count) => [.. Enumerable.Range(0, count).Select(_ => AddOrder(Generate()))];

    /// <summary>Adds an order as the text JOOR would send, however broken; "{date_modified}" in it becomes its modified date. Returns a name for it.</summary>
    public string AddRaw(string json, JoorOrderStatus status = JoorOrderStatus.Approved, string? orderId = null)
    {
        lock (_lock)
        {
            var id = orderId ?? $"raw-{_orders.Count + 1}";
            Store(new StoredOrder { OrderId = id, Status = status, IsImportable = false, Json = Encoding.UTF8.GetBytes(json) });
            return id;
        }
    }

    /// <summary>Changes an order's content.</summary>
    public void Amend(string orderId, Func<JoorOrder, JoorOrder> change) => Change(orderId, JoorOrderChangeKind.Amended, change);

    /// <summary>Changes quantities and perhaps lines and comment of an order, by the seed.</summary>
    public void Amend(string orderId) => Amend(orderId, _generator.Amend);

    public void Approve(string orderId) =>
        Change(orderId, JoorOrderChangeKind.Approved, order => order with { Status = JoorOrderStatus.Approved, ApprovedAt = _time.GetUtcNow() });

    public void Ship(string orderId) => Change(orderId, JoorOrderChangeKind.Shipped, order => order with { Status = JoorOrderStatus.Shipped });

    public void Cancel(string orderId) => Change(orderId, JoorOrderChangeKind.Cancelled, order => order with { Status = JoorOrderStatus.Cancelled });

    /// <summary>The order as it is now.</summary>
    public JoorOrder Get(string orderId)
    {
        lock (_lock)
            return Find(orderId).Order ?? throw new InvalidOperationException($"Order {orderId} was added as raw text.");
    }

    public JoorAccountLedger Snapshot()
    {
        lock (_lock)
            return new(AccountId, [.. _orders.Values.Select(order => order.ToEntry())]);
    }

    private void Store(StoredOrder order)
    {
        if (!_orders.TryAdd(order.OrderId, order))
            throw new ArgumentException($"Order {order.OrderId} is there already.", nameof(order));
        order.Number = _orders.Count;
        Touch(order, JoorOrderChangeKind.Added);
    }

    private void Change(string orderId, JoorOrderChangeKind kind, Func<JoorOrder, JoorOrder> change)
    {
        lock (_lock)
        {
            var stored = Find(orderId);
            if (stored.Order is null || (stored.Status == JoorOrderStatus.Cancelled && kind != JoorOrderChangeKind.Approved))
                throw new InvalidOperationException($"Order {orderId} cannot be {kind}: it is cancelled or raw text.");
            stored.Order = change(stored.Order);
            stored.Status = stored.Order.Status;
            Touch(stored, kind);
        }
    }

    private void Touch(StoredOrder stored, JoorOrderChangeKind kind)
    {
        stored.ModifiedAt = _log.Add(stored, _time.GetUtcNow());
        stored.Order = stored.Order is { } order ? order with { ModifiedAt = stored.ModifiedAt } : null;
        stored.Json = JoorOrderJson.Of(stored, _options);
        stored.Note(kind);
    }

    private StoredOrder Find(string orderId) =>
        _orders.GetValueOrDefault(orderId) ?? throw new KeyNotFoundException($"There is no order {orderId} in account {AccountId}.");
}
