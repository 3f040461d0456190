using JoorBus.Persistence.Committing;
using JoorBus.Persistence.Consuming;
using JoorBus.TestKit;

namespace JoorBus.Persistence.Tests.Consuming;

public sealed class When_a_message_is_consumed
{
    [Fact]
    public async Task Should_store_and_publish_everything()
    {
        await using var notes = await NotesBus.StartAsync();

        await notes.PublishAsync(new WriteNote { Number = 1, Text = "hello" }, messageId: 100);
        await notes.Receipts.ShouldBecomeAsync(1);

        (await notes.Host.LoadAsync(1))!.Text.ShouldBe("hello");
        (await CountsAsync(notes.Host)).ShouldBe((1, 1, 1));
        notes.Host.Broker.Delivered.Count.ShouldBe(3);
        await Eventually.BecomesTrueAsync(async () => await notes.Host.CountAsync("outbox") == 0, "the outbox is empty");
    }

    [Fact]
    public async Task Should_take_effect_once_when_it_comes_twice()
    {
        await using var notes = await NotesBus.StartAsync();

        await notes.PublishAsync(new WriteNote { Number = 1 }, messageId: 100);
        await notes.PublishAsync(new WriteNote { Number = 1 }, messageId: 100);
        await notes.Receipts.ShouldBecomeAsync(2);
        await notes.PublishAsync(new WriteNote { Number = 1 }, messageId: 100);
        await notes.Receipts.ShouldBecomeAsync(3);

        notes.Receipts.Faults.Where(fault => fault is not VersionConflictException).ShouldBeEmpty();
        (await CountsAsync(notes.Host)).ShouldBe((1, 1, 1));
        notes.Host.Broker.Delivered.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Should_derive_the_same_ids_each_time()
    {
        await using var one = await NotesBus.StartAsync();
        await using var other = await NotesBus.StartAsync();
        foreach (var notes in new[] { one, other })
        {
            await notes.PublishAsync(new WriteNote { Number = 1 }, messageId: 100);
            await notes.Receipts.ShouldBecomeAsync(1);
        }

        var ids = one.Host.Broker.Delivered.Select(message => message.MessageId).ToList();
        ids.Distinct().Count().ShouldBe(3);
        other.Host.Broker.Delivered.Select(message => message.MessageId).ShouldBe(ids, ignoreOrder: true);
    }

    [Fact]
    public async Task Should_store_and_publish_nothing_when_the_consumer_fails()
    {
        await using var notes = await NotesBus.StartAsync();

        await notes.PublishAsync(new WriteNote { Number = 1, Text = "fail" }, messageId: 100);
        await notes.Receipts.ShouldBecomeAsync(1);

        (await CountsAsync(notes.Host)).ShouldBe((0, 0, 0));
        notes.Host.Broker.Attempts.ShouldBe(0);
        (await notes.Host.CountAsync("outbox")).ShouldBe(0);
    }

    [Fact]
    public async Task Should_not_be_lost_when_the_process_dies_between_commit_and_publish()
    {
        await using var notes = await NotesBus.StartAsync();
        notes.Host.Stages.Reached = stage => stage == ConsumeStage.Committed ? throw new IntendedException() : Task.CompletedTask;

        await notes.PublishAsync(new WriteNote { Number = 1 }, messageId: 100);
        await notes.Receipts.ShouldBecomeAsync(1);
        notes.Host.Broker.Attempts.ShouldBe(0);
        notes.Host.Clock.Advance(TimeSpan.FromSeconds(10));

        (await notes.Host.Sweeper.SweepAsync(CancellationToken.None)).ShouldBe(3);
        notes.Host.Broker.Delivered.Count.ShouldBe(3);
    }

    // So that a message stored before the broker moved reaches the new one.
    [Fact]
    public async Task Should_store_addresses_without_the_brokers_name()
    {
        await using var notes = await NotesBus.StartAsync();

        await notes.PublishAsync(new WriteNote { Number = 1 }, messageId: 100);
        await notes.Receipts.ShouldBecomeAsync(1);

        notes.Host.Broker.Delivered.ShouldAllBe(message => message.Destination.StartsWith("exchange:", StringComparison.Ordinal) && !message.Destination.Contains('/'));
    }

    private static async Task<(int Documents, int Rows, int Inbox)> CountsAsync(Host host) =>
        (await host.CountAsync("mt_doc_note"), await host.CountAsync("scribbles"), await host.CountAsync("inbox"));
}
