using JoorBus.Joor;
using JoorBus.Orders.Polling;
using Xunit.Abstractions;

namespace JoorBus.Orders.Tests.Polling;

public sealed class When_orders_change_while_they_are_read(ITestOutputHelper output)
{
    private const int Orders = 40;

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public async Task Should_let_no_order_slip_between_two_pages(int version)
    {
        var first = TestSeed.Next();
        output.WriteLine($"JOORBUS_TEST_SEED={first}");
        await using var host = version == 4 ? await PollingHost.StartV4Async(connection => connection.PageSize = 10) : await PollingHost.StartAsync(connection => connection.PageSize = 10);
        var whole = 0;

        for (var seed = first; seed < first + 20; seed++)
        {
            // Each reading has days of its own, and credits.
            host.Clock.Advance(TimeSpan.FromDays(1));
            whole += await ReadWhileChangingAsync(host, new Random(seed)) ? 1 : 0;
        }

        whole.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Should_let_no_order_slip_when_one_before_it_leaves_the_list()
    {
        await using var host = await PollingHost.StartAsync(connection => connection.PageSize = 10);
        var ids = host.Joor.Orders.AddApproved(25);
        var seen = new HashSet<string>();
        var reading = Window(host);

        var fault = await reading.RunAsync(page => StoreAsync(seen, page, isFirst => { if (isFirst) host.Joor.Orders.Cancel(ids[0]); }), CancellationToken.None);

        fault.ShouldBeNull();
        seen.ShouldBe(ids, ignoreOrder: true);
    }

    [Fact]
    public async Task Should_let_no_order_slip_when_one_leaves_and_another_joins()
    {
        await using var host = await PollingHost.StartAsync(connection => connection.PageSize = 10);
        var ids = host.Joor.Orders.AddApproved(25);
        var seen = new HashSet<string>();
        var reading = Window(host);

        var fault = await reading.RunAsync(
            page => StoreAsync(seen, page, isFirst =>
            {
                if (isFirst)
                {
                    host.Joor.Orders.Cancel(ids[0]);
                    host.Joor.Orders.AddApproved(1);
                }
            }),
            CancellationToken.None);

        fault.ShouldBeNull();
        ids.ShouldBeSubsetOf(seen);
    }

    [Fact]
    public async Task Should_give_up_on_a_window_that_never_stands_still()
    {
        await using var host = await PollingHost.StartAsync(connection => connection.PageSize = 10);
        var ids = host.Joor.Orders.AddApproved(25);
        var turn = 0;

        var fault = await Window(host).RunAsync(page => StoreAsync([], page, _ => host.Joor.Orders.Amend(ids[turn++ % ids.Count])), CancellationToken.None);

        fault.ShouldNotBeNull().ShouldContain("read again in the next round");
    }

    private static async Task<bool> ReadWhileChangingAsync(PollingHost host, Random random)
    {
        var orders = host.Joor.Orders;
        var ids = orders.AddApproved(Orders).ToList();
        var alive = ids.ToList();
        var seen = new HashSet<string>();
        var changesLeft = random.Next(1, 8);

        var fault = await Window(host).RunAsync(page => StoreAsync(seen, page, _ => Change()), CancellationToken.None);

        if (fault is null)
            alive.ShouldBeSubsetOf(seen);
        return fault is null;

        void Change()
        {
            if (changesLeft-- <= 0)
                return;
            var id = alive[random.Next(alive.Count)];
            switch (random.Next(3))
            {
                case 0:
                    orders.Amend(id);
                    break;
                case 1:
                    orders.Cancel(id);
                    alive.Remove(id);
                    break;
                default:
                    orders.AddApproved(1);
                    break;
            }
        }
    }

    private static WindowReading Window(PollingHost host) =>
        new(host.Reader, new JoorOrderWindow(JoorOrderFilter.Approved, host.Clock.GetUtcNow().AddHours(-1), host.Clock.GetUtcNow().AddHours(1)));

    // The next page is asked for before this one is stored, so a change hits the page after next at the latest.
    private static Task<int?> StoreAsync(HashSet<string> seen, IReadOnlyList<JoorOrderReading> page, Action<bool> change)
    {
        change(seen.Count == 0);
        seen.UnionWith(page.OfType<JoorOrderReading.Readable>().Select(reading => reading.Order.JoorOrderId));
        return Task.FromResult<int?>(page.Count);
    }
}
