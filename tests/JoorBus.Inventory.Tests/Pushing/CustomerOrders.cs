using JoorBus.Inventory.Identifying;
using JoorBus.Inventory.Subtracting;
using JoorBus.Persistence.Committing;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Inventory.Tests.Pushing;

/// <summary>Orders that come, change and end, as a history's JOOR tells them.</summary>
internal sealed class CustomerOrders(Lane lane, Random random)
{
    private readonly Dictionary<Guid, (LedgerOrder Order, int Revision)> _open = [];

    public int Made { get; private set; }

    public IReadOnlyCollection<LedgerOrder> Open => [.. _open.Values.Select(open => open.Order)];

    /// <returns>What was done.</returns>
    public async Task<string> ChangeAsync(Dictionary<string, ItemIdentity> identities, long version)
    {
        if (_open.Count > 0 && random.Next(3) == 0)
        {
            var (id, (order, revision)) = _open.ElementAt(random.Next(_open.Count));
            var changed = order with { Units = random.Next(1, 9) };
            var isClosed = random.Next(2) == 0;
            await SayAsync(id, changed, revision + 1, isClosed);
            _open[id] = (changed, revision + 1);
            if (isClosed)
                _open.Remove(id);
            return $"order of {order.Upc} {(isClosed ? "ends" : $"becomes {changed.Units}")}";
        }

        var identity = identities.ElementAt(random.Next(identities.Count)).Value;
        var style = $"{identity.StyleNumber}|{identity.StyleIdentifier}|{identity.ColorCode}|{identity.SizeName}";
        var made = new LedgerOrder(identity.Upc!, style, random.Next(3) == 0 ? "Outlet" : "Default", random.Next(1, 9), version);
        var madeId = new Guid(++Made, 0, 0, new byte[8]);
        await SayAsync(madeId, made, 1, false);
        _open[madeId] = (made, 1);
        return $"order of {made.Units} {made.Upc} in {made.Warehouse} after v{version}";
    }

    private async Task SayAsync(Guid id, LedgerOrder order, int revision, bool isClosed)
    {
        var warehouse = order.Warehouse == "Default" && random.Next(2) == 0 ? "" : order.Warehouse;
        var units = isClosed ? "[]" : $$"""[{"item":"upc:{{order.Upc}}","warehouse":"{{warehouse}}","quantity":{{order.Units}}},{"item":"style:{{order.Style}}","warehouse":"{{warehouse}}","quantity":{{order.Units}}}]""";
        await using var scope = lane.Get<IServiceScopeFactory>().CreateAsyncScope();
        var unit = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        unit.Write(OrderRevision.Store, new OrderRevision(id, "brand", revision, LedgerLevel.TimeOf(order.Version).AddSeconds(0.5), isClosed, units));
        (await unit.CommitAsync(CancellationToken.None)).ShouldBe(CommitOutcome.Committed.Instance);
    }
}
