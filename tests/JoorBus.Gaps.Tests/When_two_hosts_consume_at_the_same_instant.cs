using JoorBus.Gaps.Tests.Dying;
using JoorBus.Gaps.Tests.Racing;
using JoorBus.TestKit;

namespace JoorBus.Gaps.Tests;

public sealed class When_two_hosts_consume_at_the_same_instant : IAsyncLifetime
{
    private const int QueuesOfAnEvent = 2;
    private static readonly Guid First = new("aaaaaaaa-0000-4000-8000-000000000001");
    private static readonly Guid Second = new("aaaaaaaa-0000-4000-8000-000000000002");
    private static readonly Guid Third = new("aaaaaaaa-0000-4000-8000-000000000003");
    private Hosts hosts = null!;
    private Tables tables = null!;

    public async Task InitializeAsync()
    {
        hosts = await Hosts.StartAsync(2);
        tables = new Tables(hosts.Database);
    }

    public async Task DisposeAsync() => await hosts.DisposeAsync();

    [Fact]
    public async Task Should_commit_the_same_message_once()
    {
        hosts.MeetBeforeCommit(2 * QueuesOfAnEvent);

        await Task.WhenAll(hosts.PublishAsync(0, Messages.Received(), First), hosts.PublishAsync(1, Messages.Received(), First));

        await hosts.Finished.ComeToAsync(First, 2 * QueuesOfAnEvent);
        await tables.ComeToAsync("outbox", 0);
        await Eventually.BecomesTrueAsync(() => hosts.Sent.All.Count > 0, "the command is sent");
        hosts.Sent.All.ShouldBe(["create 1"]);
        (await tables.CountAsync("mt_doc_orderfulfillment where mt_version = 1")).ShouldBe(1);
        (await tables.CountAsync("order_timeline where kind = 'wms-order.create-sent'")).ShouldBe(1);
        (await tables.CountAsync($"inbox where message_id = '{First}'")).ShouldBe(QueuesOfAnEvent);
    }

    [Fact]
    public async Task Should_let_two_messages_for_one_order_both_take_effect()
    {
        await hosts.PublishAsync(0, Messages.Received(), First);
        await hosts.Finished.ComeToAsync(First, QueuesOfAnEvent);
        hosts.MeetBeforeCommit(2);

        await Task.WhenAll(hosts.PublishAsync(0, Messages.Accepted(), Second), hosts.PublishAsync(1, Messages.Amended(), Third));

        await tables.ComeToAsync("mt_doc_orderfulfillment where mt_version = 3", 1);
        await Eventually.ReadsAsync(() => Task.FromResult(string.Join(", ", hosts.Sent.All)), sent => sent == "create 1, amend 2", "both commands are sent");
        (await tables.ReadAsync<string>("select concat_ws(' ', data ->> 'CurrentState', data ->> 'AcceptedRevision', data ->> 'SentRevision', data ->> 'WmsOrderId') from mt_doc_orderfulfillment"))
            .ShouldBe("AwaitingAcceptance 1 2 W1");
        (await tables.CountAsync($"inbox where message_id in ('{Second}', '{Third}')")).ShouldBe(2);
    }
}
