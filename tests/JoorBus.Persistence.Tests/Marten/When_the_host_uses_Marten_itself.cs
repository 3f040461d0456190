using JasperFx.Events.Projections;
using JoorBus.Persistence.Committing;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Persistence.Tests.Marten;

/// <summary>A sample: the owner's own code beside JoorBus, on the same database and the same documents.</summary>
public sealed class When_the_host_uses_Marten_itself
{
    [Fact]
    public async Task Should_query_JoorBus_documents_with_LINQ()
    {
        await using var host = await StartAsync();
        await host.CommitAsync((_, documents) =>
        {
            for (var number = 0; number < 9; number++)
                documents.Insert(new Note { Id = Note.IdOf(number), Text = $"note {number}", Color = number % 3 == 0 ? "red" : "blue", IsOpen = number % 2 == 0 });
        });
        await using var session = host.Services.GetRequiredService<IDocumentStore>().QuerySession();

        var found = await session.Query<Note>().Where(note => note.Color == "red" && note.IsOpen && note.Version == 1).OrderBy(note => note.Text).ToListAsync();

        found.Select(note => note.Text).ShouldBe(["note 0", "note 6"]);
    }

    [Fact]
    public async Task Should_change_JoorBus_documents_under_the_same_versions()
    {
        await using var host = await StartAsync();
        await host.CommitAsync((_, documents) => documents.Insert(Note.Number(1)));
        var stale = (await host.LoadAsync(1))!;
        await using (var session = host.Services.GetRequiredService<IDocumentStore>().LightweightSession())
        {
            var note = (await session.LoadAsync<Note>(Note.IdOf(1)))!;
            note.Text = "by the host";
            session.UpdateRevision(note, note.Version + 1);
            await session.SaveChangesAsync();
        }

        (await host.CommitAsync((_, documents) => documents.Update(stale))).ShouldBeOfType<CommitOutcome.Conflict>();
        (await host.LoadAsync(1))!.Text.ShouldBe("by the host");
    }

    [Fact]
    public async Task Should_keep_documents_and_projections_of_its_own()
    {
        await using var host = await StartAsync();
        await using var session = host.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        session.Store(new Palette { Id = Note.IdOf(1), Colors = ["red", "blue"] });
        session.Events.StartStream(Note.IdOf(2), new Painted("red"), new Painted("blue"));
        await session.SaveChangesAsync();

        (await session.LoadAsync<Palette>(Note.IdOf(1)))!.Colors.ShouldBe(["red", "blue"]);
        var wall = (await session.LoadAsync<Wall>(Note.IdOf(2)))!;
        (wall.Coats, wall.Color).ShouldBe((2, "blue"));
    }

    [Fact]
    public async Task Should_find_nothing_that_Marten_would_change()
    {
        await using var host = await StartAsync();

        await host.Services.GetRequiredService<IDocumentStore>().Storage.Database.AssertDatabaseMatchesConfigurationAsync();
    }

    private static Task<Host> StartAsync() => Host.StartAsync(more: services => services.ConfigureMarten(options =>
    {
        options.Schema.For<Palette>();
        options.Projections.Add<WallProjection>(ProjectionLifecycle.Inline);
    }));
}
