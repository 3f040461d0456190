using JoorBus.Persistence.Committing;
using JoorBus.Persistence.Documents;
using JoorBus.TestKit;
using Npgsql;

namespace JoorBus.Persistence.Tests.Committing;

public sealed class When_a_unit_of_work_is_committed
{
    private static readonly CommitOutcome Committed = CommitOutcome.Committed.Instance;

    [Fact]
    public async Task Should_store_everything_of_it()
    {
        await using var host = await Host.StartAsync();

        (await host.CommitAsync((unit, documents) => WriteOneOfEach(host, unit, documents, 1))).ShouldBe(Committed);

        (await CountsAsync(host)).ShouldBe((1, 1, 1, 1));
    }

    [Theory]
    [InlineData("document")]
    [InlineData("row")]
    [InlineData("inbox")]
    public async Task Should_store_nothing_of_it_when_one_part_conflicts(string part)
    {
        await using var host = await Host.StartAsync();
        await host.CommitAsync((unit, documents) => Write(host, unit, documents, part, 1));

        var outcome = await host.CommitAsync((unit, documents) => WriteOneOfEach(host, unit, documents, 1));

        outcome.ShouldBe(part switch
        {
            "document" => new CommitOutcome.Conflict("mt_doc_note insert"),
            "row" => new CommitOutcome.Conflict("scribbles"),
            _ => CommitOutcome.AlreadyConsumed.Instance,
        });
        (await CountsAsync(host)).ShouldBe((part == "document" ? 1 : 0, part == "row" ? 1 : 0, part == "inbox" ? 1 : 0, 0));
    }

    [Fact]
    public async Task Should_report_a_conflicting_unit_alone_and_commit_its_neighbours()
    {
        await using var host = await Host.StartAsync();
        await host.CommitAsync((unit, _) => unit.Write(Scribble.Insert, Scribble.Number(7)));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => host.CommitAsync((unit, documents) => WriteOneOfEach(host, unit, documents, number))));

        outcomes.Where(outcome => outcome != Committed).ShouldBe([new CommitOutcome.Conflict("scribbles")]);
        outcomes[7].ShouldBe(new CommitOutcome.Conflict("scribbles"));
        (await CountsAsync(host)).ShouldBe((49, 50, 49, 49));
    }

    [Theory]
    [InlineData("NUL in JSON", "22P05")]
    [InlineData("check", "23514")]
    public async Task Should_fail_alone_when_one_of_its_statements_is_refused(string what, string state)
    {
        await using var host = await Host.StartAsync();

        var units = Enumerable.Range(0, 20).Select(number => host.CommitAsync((unit, _) =>
        {
            if (number == 7 && what == "check")
                unit.Write(Scribble.Insert, Scribble.Number(number, "forbidden"));
            else if (number == 7)
                unit.Write(Scribble.InsertBroken, Scribble.Number(number, "{\"Text\":\"\\u0000\"}"));
            else
                unit.Write(Scribble.Insert, Scribble.Number(number));
        })).ToList();

        (await Should.ThrowAsync<PostgresException>(units[7])).SqlState.ShouldBe(state);
        units.RemoveAt(7);
        (await Task.WhenAll(units)).ShouldAllBe(outcome => outcome == Committed);
        (await host.CountAsync("scribbles")).ShouldBe(19);
    }

    [Fact]
    public async Task Should_let_one_of_many_insert_the_same_document()
    {
        var database = await TestDatabase.CreateAsync();
        await using var one = await Host.StartAsync(database);
        await using var other = await Host.StartAsync(database);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 30).Select(number => (number % 2 == 0 ? one : other).CommitAsync((_, documents) => documents.Insert(Note.Number(1)))));

        outcomes.Count(outcome => outcome == Committed).ShouldBe(1);
        outcomes.Count(outcome => outcome == new CommitOutcome.Conflict("mt_doc_note insert")).ShouldBe(29);
    }

    [Fact]
    public async Task Should_conflict_when_the_document_has_a_newer_version()
    {
        await using var host = await Host.StartAsync();
        await host.CommitAsync((_, documents) => documents.Insert(Note.Number(1)));
        var stale = (await host.LoadAsync(1))!;
        var fresh = (await host.LoadAsync(1))!;
        fresh.Text = "fresh";
        await host.CommitAsync((_, documents) => documents.Update(fresh));

        (await host.CommitAsync((_, documents) => documents.Update(stale))).ShouldBe(new CommitOutcome.Conflict("mt_doc_note update"));
        (await host.CommitAsync((_, documents) => documents.Delete(stale))).ShouldBe(new CommitOutcome.Conflict("mt_doc_note delete"));

        (await host.LoadAsync(1))!.Text.ShouldBe("fresh");
    }

    [Fact]
    public async Task Should_let_one_of_many_update_the_same_version()
    {
        await using var host = await Host.StartAsync();
        await host.CommitAsync((_, documents) => documents.Insert(Note.Number(1)));
        var loaded = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => host.LoadAsync(1)));

        var outcomes = await Task.WhenAll(loaded.Select(note => host.CommitAsync((_, documents) => documents.Update(note!))));

        outcomes.Count(outcome => outcome == Committed).ShouldBe(1);
        (await host.LoadAsync(1))!.Version.ShouldBe(2);
    }

    [Fact]
    public async Task Should_be_done_at_once_when_it_holds_nothing()
    {
        await using var host = Host.Unmigrated("Host=never-called");

        (await host.CommitAsync((_, _) => { })).ShouldBe(Committed);
    }

    private static void WriteOneOfEach(Host host, UnitOfWork unit, IDocuments documents, int number)
    {
        foreach (var part in new[] { "document", "row", "inbox" })
        {
            Write(host, unit, documents, part, number);
        }

        unit.Send(host.Message(number));
    }

    private static void Write(Host host, UnitOfWork unit, IDocuments documents, string part, int number)
    {
        if (part == "document")
            documents.Insert(Note.Number(number));
        else if (part == "row")
            unit.Write(Scribble.Insert, Scribble.Number(number));
        else
            Consumed.Note(unit, Note.IdOf(number), "queue", host.Clock.GetUtcNow());
    }

    private static async Task<(int Documents, int Rows, int Inbox, int Outbox)> CountsAsync(Host host) =>
        (await host.CountAsync("mt_doc_note"), await host.CountAsync("scribbles"), await host.CountAsync("inbox"), await host.CountAsync("outbox"));
}
