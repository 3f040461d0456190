using JoorBus.Gaps.Tests.Dying;
using JoorBus.Simulators.Joor;
using JoorBus.TestKit;

namespace JoorBus.Gaps.Tests;

public sealed class When_a_host_dies_while_it_polls : IAsyncLifetime
{
    private const int Orders = 5;
    private const string Marking = "sync=1";
    private static readonly TimeSpan Forever = TimeSpan.FromMinutes(10);
    private Brand brand = null!;

    public async Task InitializeAsync() => brand = await Brand.OpenAsync();

    public async Task DisposeAsync() => await brand.DisposeAsync();

    [Fact]
    public async Task Should_announce_the_orders_that_it_stored()
    {
        brand.Joor.Orders.AddApproved(Orders);
        await using (var mortal = brand.StartHostThatDies(Gap.BeforeDelivery, 1))
            await mortal.DiesAsync();
        (await brand.Tables.CountAsync("joor_orders")).ShouldBe(Orders);
        (await brand.Tables.CountAsync("outbox")).ShouldBe(Orders);
        brand.Wms.Ledger().CommandsSeen.ShouldBe(0);

        await using var host = brand.StartHost();

        await ShouldBeDoneOnceAsync();
    }

    [Fact]
    public async Task Should_mark_after_all_what_it_stored_before_it_marked()
    {
        brand.Joor.Faults.Add(new JoorFault { Kind = JoorFaultKind.DropBeforeEffect, Matching = Marking, Count = null });
        brand.Joor.Orders.AddApproved(Orders);
        await using (var mortal = brand.StartHost())
        {
            await Eventually.BecomesTrueAsync(() => Requests(Marking).Count > 0, "JOOR is asked to mark");
            await mortal.KillAsync();
        }

        (await brand.Tables.CountAsync("joor_orders where marked_at is null")).ShouldBe(Orders);
        Marks().ShouldBeEmpty();
        brand.Joor.Faults.Clear();
        await using var host = brand.StartHost();

        await ShouldBeDoneOnceAsync();
        await ShouldBeMarkedOnceAsync();
    }

    [Fact]
    public async Task Should_know_what_it_marked_before_the_answer_came()
    {
        brand.Joor.Faults.Add(new JoorFault { Kind = JoorFaultKind.Slow, Matching = Marking, Delay = Forever });
        brand.Joor.Orders.AddApproved(Orders);
        await using (var mortal = brand.StartHost())
        {
            await Eventually.BecomesTrueAsync(() => Requests(Marking).Any(request => request.OrdersMarked > 0), "JOOR has marked and not answered");
            await mortal.KillAsync();
        }

        (await brand.Tables.CountAsync("joor_orders where marked_at is null")).ShouldBe(Orders);
        await using var host = brand.StartHost();

        await ShouldBeDoneOnceAsync();
        await ShouldBeMarkedOnceAsync();
    }

    [Fact]
    public async Task Should_import_what_changed_between_the_mark_and_its_answer()
    {
        brand.Joor.Faults.Add(new JoorFault { Kind = JoorFaultKind.Slow, Matching = Marking, Delay = Forever });
        var orders = brand.Joor.Orders.AddApproved(Orders);
        await using (var mortal = brand.StartHost())
        {
            await Eventually.BecomesTrueAsync(() => Requests(Marking).Any(request => request.OrdersMarked > 0), "JOOR has marked and not answered");
            brand.Joor.Orders.Amend(orders[0]);
            await mortal.KillAsync();
        }

        await using var host = brand.StartHost();

        await ShouldBeDoneOnceAsync();
        brand.Wms.Ledger().Orders.Sum(order => order.Amended.Effects).ShouldBe(1);
        brand.Joor.Ledger().Accounts[0].Orders.ShouldAllBe(order => order.Export == JoorExportState.Exported && !order.IsModifiedSinceExport);
    }

    [Fact]
    public async Task Should_import_what_another_reader_marked()
    {
        var orders = brand.Joor.Orders.AddApproved(Orders);
        await MarkByHandAsync();
        Marks().Count.ShouldBe(orders.Count);

        await using var host = brand.StartHost();

        await ShouldBeDoneOnceAsync();
    }

    [Fact]
    public async Task Should_mark_once_when_the_connection_drops_after_the_mark()
    {
        brand.Joor.Faults.Add(new JoorFault { Kind = JoorFaultKind.DropAfterEffect, Matching = Marking });
        brand.Joor.Orders.AddApproved(Orders);

        await using var host = brand.StartHost();

        await ShouldBeDoneOnceAsync();
        await ShouldBeMarkedOnceAsync();
    }

    private async Task ShouldBeDoneOnceAsync()
    {
        (await brand.ComesToRestAsync()).IsClean.ShouldBeTrue();
        var wms = brand.Wms.Ledger();
        wms.DoubledEffects.ShouldBe(0);
        wms.Orders.Count.ShouldBe(Orders);
        wms.Orders.ShouldAllBe(order => order.Created.Effects == 1);
    }

    private async Task ShouldBeMarkedOnceAsync()
    {
        Marks().Count.ShouldBe(Orders);
        Marks().ShouldAllBe(mark => mark.Kind == JoorOrderChangeKind.Exported);
        var stored = await brand.Tables.ReadAsync<DateTime>("select max(seen_at) from joor_orders");
        Marks().ShouldAllBe(mark => mark.At.UtcDateTime > stored);
    }

    private async Task MarkByHandAsync()
    {
        using var other = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{brand.Joor.BaseUrl}/order?sync=1&order_type=2"));
        request.Headers.TryAddWithoutValidation("Authorization", "OAuth2 " + Convert.ToBase64String("brand-token"u8));
        using var answer = await other.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    private List<JoorRequest> Requests(string matching) =>
        [.. brand.Joor.Ledger().Requests.Where(request => request.PathAndQuery.Contains(matching, StringComparison.Ordinal))];

    private List<JoorOrderChange> Marks() =>
    [
        .. brand.Joor.Ledger().Accounts[0].Orders.SelectMany(order => order.History)
            .Where(change => change.Kind is JoorOrderChangeKind.Exported or JoorOrderChangeKind.ExportedAgain),
    ];
}
