using JoorBus.Persistence.Committing;
using JoorBus.Persistence.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Persistence.Tests.Documents;

/// <summary>What every implementation of <see cref="IDocuments"/> keeps to. An adapter's tests derive from it.</summary>
public abstract class DocumentsConformance
{
    private static readonly CommitOutcome Committed = CommitOutcome.Committed.Instance;

    [Fact]
    public async Task Should_load_what_was_inserted()
    {
        await using var host = await StartAsync();
        await host.CommitAsync((_, documents) => documents.Insert(Note.Number(1, "Ærlig \"talt\" 🙂")));

        var note = (await host.LoadAsync(1)).ShouldNotBeNull();

        (note.Id, note.Text, note.Version).ShouldBe((Note.IdOf(1), "Ærlig \"talt\" 🙂", 1));
    }

    [Fact]
    public async Task Should_load_nothing_where_nothing_is()
    {
        await using var host = await StartAsync();

        (await host.LoadAsync(1)).ShouldBeNull();
    }

    [Fact]
    public async Task Should_store_nothing_before_the_commit()
    {
        await using var host = await StartAsync();
        await using var scope = host.Services.CreateAsyncScope();

        scope.ServiceProvider.GetRequiredService<IDocuments>().Insert(Note.Number(1));

        (await host.LoadAsync(1)).ShouldBeNull();
    }

    [Fact]
    public async Task Should_refuse_a_second_document_with_the_same_id()
    {
        await using var host = await StartAsync();
        await host.CommitAsync((_, documents) => documents.Insert(Note.Number(1, "first")));

        (await host.CommitAsync((_, documents) => documents.Insert(Note.Number(1, "second")))).ShouldBeOfType<CommitOutcome.Conflict>();

        (await host.LoadAsync(1))!.Text.ShouldBe("first");
    }

    [Fact]
    public async Task Should_raise_the_version_with_each_update()
    {
        await using var host = await StartAsync();
        await host.CommitAsync((_, documents) => documents.Insert(Note.Number(1)));
        for (var version = 1; version <= 3; version++)
        {
            var note = (await host.LoadAsync(1))!;
            note.Version.ShouldBe(version);
            note.Text = $"{version}";
            (await host.CommitAsync((_, documents) => documents.Update(note))).ShouldBe(Committed);
        }

        (await host.LoadAsync(1))!.Text.ShouldBe("3");
    }

    [Fact]
    public async Task Should_refuse_to_update_or_delete_an_older_version()
    {
        await using var host = await StartAsync();
        await host.CommitAsync((_, documents) => documents.Insert(Note.Number(1)));
        var stale = (await host.LoadAsync(1))!;
        var fresh = (await host.LoadAsync(1))!;
        await host.CommitAsync((_, documents) => documents.Update(fresh));

        (await host.CommitAsync((_, documents) => documents.Update(stale))).ShouldBeOfType<CommitOutcome.Conflict>();
        (await host.CommitAsync((_, documents) => documents.Delete(stale))).ShouldBeOfType<CommitOutcome.Conflict>();

        (await host.LoadAsync(1))!.Version.ShouldBe(2);
    }

    [Fact]
    public async Task Should_refuse_to_update_what_was_deleted()
    {
        await using var host = await StartAsync();
        await host.CommitAsync((_, documents) => documents.Insert(Note.Number(1)));
        var one = (await host.LoadAsync(1))!;
        var other = (await host.LoadAsync(1))!;
        (await host.CommitAsync((_, documents) => documents.Delete(one))).ShouldBe(Committed);

        (await host.CommitAsync((_, documents) => documents.Update(other))).ShouldBeOfType<CommitOutcome.Conflict>();

        (await host.LoadAsync(1)).ShouldBeNull();
    }

    [Fact]
    public async Task Should_give_each_reader_an_object_of_its_own()
    {
        await using var host = await StartAsync();
        await host.CommitAsync((_, documents) => documents.Insert(Note.Number(1)));

        var notes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => host.LoadAsync(1)));

        notes.Distinct(ReferenceEqualityComparer.Instance).Count().ShouldBe(20);
    }

    [Fact]
    public async Task Should_find_by_an_index()
    {
        await using var host = await StartAsync();
        await host.CommitAsync((_, documents) =>
        {
            for (var number = 0; number < 9; number++)
                documents.Insert(new Note { Id = Note.IdOf(number), Color = number % 3 == 0 ? "red" : "blue", IsOpen = number % 2 == 0 });
        });

        (await FindAsync(host, Note.ByColor, "red")).ShouldBe([0, 3, 6], ignoreOrder: true);
        (await FindAsync(host, Note.OpenByColor, "red")).ShouldBe([0, 6], ignoreOrder: true);
        (await FindAsync(host, Note.ByColor, "green")).ShouldBeEmpty();
        (await FindAsync(host, Note.ByColor, "blue", limit: 4)).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Should_find_documents_that_can_be_updated()
    {
        await using var host = await StartAsync();
        await host.CommitAsync((_, documents) => documents.Insert(new Note { Id = Note.IdOf(1), Color = "red" }));
        await using var scope = host.Services.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<IDocuments>().QueryAsync<Note>(Note.ByColor, "red", 1, CancellationToken.None);

        (await host.CommitAsync((_, documents) => documents.Update(found.Single()))).ShouldBe(Committed);
    }

    [Fact]
    public async Task Should_store_a_document_as_it_was_handed_over()
    {
        await using var host = await StartAsync();
        var note = Note.Number(1, "handed over");

        await host.CommitAsync((_, documents) =>
        {
            documents.Insert(note);
            note.Text = "changed after";
        });

        (await host.LoadAsync(1))!.Text.ShouldBe("handed over");
        note.Version.ShouldBe(1);
    }

    [Fact]
    public async Task Should_leave_the_version_of_the_callers_object_alone()
    {
        await using var host = await StartAsync();
        await host.CommitAsync((_, documents) => documents.Insert(Note.Number(1)));
        var note = (await host.LoadAsync(1))!;

        await host.CommitAsync((_, documents) => documents.Update(note));

        note.Version.ShouldBe(1);
        (await host.CommitAsync((_, documents) => documents.Update(note))).ShouldBeOfType<CommitOutcome.Conflict>();
    }

    [Fact]
    public async Task Should_take_an_insert_and_a_change_in_one_unit()
    {
        await using var host = await StartAsync();
        var note = Note.Number(1, "first");

        (await host.CommitAsync((_, documents) =>
        {
            documents.Insert(note);
            note.Text = "second";
            documents.Update(note);
        })).ShouldBe(Committed);

        var stored = (await host.LoadAsync(1))!;
        (stored.Text, stored.Version).ShouldBe(("second", 2));
    }

    [Fact]
    public async Task Should_name_a_document_that_nobody_registered()
    {
        await using var host = await StartAsync();
        await using var scope = host.Services.CreateAsyncScope();

        var load = () => scope.ServiceProvider.GetRequiredService<IDocuments>().LoadAsync<Stranger>(Note.IdOf(1), CancellationToken.None);

        (await load.ShouldThrowAsync<InvalidOperationException>()).Message.ShouldContain("Stranger");
    }

    private protected abstract Task<Host> StartAsync();

    private static async Task<IReadOnlyList<int>> FindAsync(Host host, DocumentIndex index, string value, int limit = 100)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<IDocuments>().QueryAsync<Note>(index, value, limit, CancellationToken.None);
        return [.. found.Select(note => Enumerable.Range(0, 100).Single(number => Note.IdOf(number) == note.Id))];
    }

    private sealed class Stranger : IVersioned
    {
        public int Version { get; set; }
    }
}
