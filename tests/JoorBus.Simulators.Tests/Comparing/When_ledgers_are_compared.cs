using System.Text.Json;
using JoorBus.Contracts.Orders;
using JoorBus.Simulators.Comparing;
using JoorBus.Simulators.Joor;
using JoorBus.Simulators.Wms;

namespace JoorBus.Simulators.Tests.Comparing;

public sealed class When_ledgers_are_compared : IAsyncLifetime
{
    private readonly WmsSimulator _wms = new();
    private JoorSimulator _joor = null!;
    private IReadOnlyList<string> _ids = [];

    public async Task InitializeAsync()
    {
        _joor = await JoorSimulator.StartAsync();
        _ids = _joor.Orders.AddApproved(4);
        foreach (var id in _ids)
            _wms.Receive(Create(id));
    }

    public async Task DisposeAsync() => await _joor.DisposeAsync();

    [Fact]
    public void Should_be_clean_when_all_arrived()
    {
        _joor.Orders.Amend(_ids[0]);
        _wms.Receive(Amend(_ids[0]));
        _joor.Orders.Cancel(_ids[1]);
        _wms.Receive(Cancel(_ids[1]));

        var comparison = Compare();

        comparison.IsClean.ShouldBeTrue(comparison.Summary);
        comparison.Summary.ShouldBe("JOOR 4 orders (1 amended, 1 cancelled) | WMS 4 orders (3 accepted, 0 shipped, 1 cancelled, 0 refused) | "
            + "lost 0, doubled 0, stale 0, wrong 0, left over 0");
    }

    [Fact]
    public void Should_number_lines_by_their_place()
    {
        _joor.Orders.Amend(_ids[0], order => order with { Lines = [.. order.Lines.Where(line => line.LineNumber != 2)] });
        var sent = Amend(_ids[0]);
        var renumbered = sent.Order.Lines.Select((line, index) => line with { LineNumber = index + 1 });

        _wms.Receive(sent with { Order = sent.Order with { Lines = [.. renumbered.Reverse()] } });

        Compare().IsClean.ShouldBeTrue(Compare().Summary);
    }

    [Fact]
    public void Should_find_a_lost_order()
    {
        var missed = _joor.Orders.AddApproved(1).Single();

        ShouldFind(Compare(), lost: $"linen/{missed}");
    }

    [Fact]
    public void Should_find_an_order_that_was_cancelled_by_mistake()
    {
        _wms.Receive(Cancel(_ids[2]));

        ShouldFind(Compare(), lost: $"linen/{_ids[2]}");
    }

    [Fact]
    public void Should_find_a_doubled_order()
    {
        _wms.Receive(Create(_ids[3]) with { IdempotencyKey = new Guid("11111111-2222-3333-4444-555555555555") });

        ShouldFind(Compare(), doubled: $"linen/{_ids[3]}");
    }

    [Fact]
    public void Should_find_an_order_doubled_under_another_order_id()
    {
        _wms.Receive(Create(_ids[3]) with { OrderId = new Guid("11111111-2222-3333-4444-555555555555") });

        ShouldFind(Compare(), doubled: $"linen/{_ids[3]}");
    }

    [Fact]
    public void Should_find_stale_content()
    {
        _joor.Orders.Amend(_ids[0]);

        ShouldFind(Compare(), stale: $"linen/{_ids[0]}");
    }

    [Fact]
    public void Should_find_a_stale_comment()
    {
        _joor.Orders.Amend(_ids[0], order => order with { Comments = "Ship by boat." });

        ShouldFind(Compare(), stale: $"linen/{_ids[0]}");
    }

    [Fact]
    public void Should_find_an_order_still_alive_after_its_cancellation()
    {
        _joor.Orders.Cancel(_ids[0]);

        ShouldFind(Compare(), wrong: $"linen/{_ids[0]}");
    }

    [Fact]
    public void Should_find_what_is_left_over()
    {
        _wms.Receive(Create(_ids[0]) with { Connection = "wool", OrderId = new Guid("11111111-2222-3333-4444-555555555555") });

        ShouldFind(Compare(), leftOver: $"wool/{_ids[0]}");
    }

    [Fact]
    public void Should_excuse_what_the_warehouse_refused()
    {
        _wms.Refuse(_ids[0], "Closed for stocktaking");
        _joor.Orders.Amend(_ids[0]);
        _wms.Receive(Amend(_ids[0]));
        var refused = _joor.Orders.AddApproved(1).Single();
        _wms.Refuse(refused, "Customer is on hold");
        _wms.Receive(Create(refused));

        Compare().IsClean.ShouldBeTrue(Compare().Summary);

        _joor.Orders.Amend(refused);
        ShouldFind(Compare(), stale: $"linen/{refused}");
    }

    [Fact]
    public void Should_expect_nothing_of_pending_and_broken_orders()
    {
        _joor.Orders.AddRaw("{}");
        _joor.Orders.AddOrder(_joor.Orders.Generate(JoorOrderStatus.Pending));

        Compare().IsClean.ShouldBeTrue(Compare().Summary);
    }

    [Fact]
    public void Should_read_a_warehouse_ledger_that_went_through_JSON()
    {
        _joor.Orders.Amend(_ids[0]);
        var ledger = JsonSerializer.Deserialize<WmsLedger>(JsonSerializer.Serialize(_wms.Ledger()))!;

        ShouldFind(LedgerComparison.Of("linen", _joor.Orders.Snapshot(), ledger), stale: $"linen/{_ids[0]}");
    }

    private LedgerComparison Compare() => LedgerComparison.Of("linen", _joor.Orders.Snapshot(), _wms.Ledger());

    private static void ShouldFind(
        LedgerComparison found, string? lost = null, string? doubled = null, string? stale = null, string? wrong = null, string? leftOver = null)
    {
        found.IsClean.ShouldBeFalse();
        found.Lost.SingleOrDefault().ShouldBe(lost);
        found.Doubled.SingleOrDefault().ShouldBe(doubled);
        found.Stale.SingleOrDefault().ShouldBe(stale);
        found.Wrong.SingleOrDefault().ShouldBe(wrong);
        found.LeftOver.SingleOrDefault().ShouldBe(leftOver);
    }

    private CreateWmsOrder Create(string id) => new() { OrderId = OrderId(id), Connection = "linen", Revision = 1, IdempotencyKey = Key(id, 1), Order = Content(id) };

    private AmendWmsOrder Amend(string id) => new() { OrderId = OrderId(id), Connection = "linen", Revision = 2, IdempotencyKey = Key(id, 2), Order = Content(id) };

    private static CancelWmsOrder Cancel(string id) => new() { OrderId = OrderId(id), Connection = "linen", Revision = 3, IdempotencyKey = Key(id, 3), OrderNumber = id };

    private WmsOrder Content(string id)
    {
        var order = _joor.Orders.Get(id);
        return new WmsOrder
        {
            OrderNumber = id,
            Customer = order.Customer,
            Comments = order.Comments is { Length: > 0 } comments ? comments : null,
            Lines = [.. order.Lines.Select(line => new WmsOrderLine { LineNumber = line.LineNumber, Upc = line.Upc, Quantity = line.Quantity })],
        };
    }

    private static Guid OrderId(string id) => Key(id, 0);

    private static Guid Key(string id, short revision) => new(int.Parse(id, System.Globalization.CultureInfo.InvariantCulture), revision, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
}
