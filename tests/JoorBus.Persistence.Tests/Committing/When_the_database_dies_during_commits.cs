using System.Collections.Concurrent;
using JoorBus.Persistence.Committing;
using JoorBus.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace JoorBus.Persistence.Tests.Committing;

public sealed class When_the_database_dies_during_commits
{
    private const string Queue = "orders";

    [Fact]
    public async Task Should_know_by_the_inbox_what_was_stored()
    {
        await using var postgres = await TestServers.StartOwnPostgresAsync();
        await using var host = await Host.StartAsync(await postgres.CreateDatabaseAsync("dies"));
        var outcomes = new ConcurrentDictionary<int, string>();
        var next = 0;
        var hasDied = false;

        var workers = Enumerable.Range(0, 16).Select(_ => WorkAsync()).ToList();
        await Eventually.BecomesTrueAsync(() => outcomes.Count > 300, "units are committed");
        await postgres.KillAsync();
        Volatile.Write(ref hasDied, true);
        await Task.WhenAll(workers);
        await postgres.StartAgainAsync();

        outcomes.Values.ShouldContain("failed");
        var inbox = host.Services.GetRequiredService<Persistence.Inbox.Inbox>();
        foreach (var (number, outcome) in outcomes)
        {
            var isKnown = await Eventually.ReadsAsync(() => TryAsync(() => inbox.HasConsumedAsync(Note.IdOf(number), Queue)), answer => answer is not null, "the inbox answers");
            var isStored = await host.ScalarAsync<int>($"select count(*) from scribbles where id = '{Note.IdOf(number)}'") == 1;
            isKnown.ShouldBe(isStored);
            if (outcome == "committed")
                isStored.ShouldBeTrue($"unit {number} was reported as committed");
        }

        (await host.CommitAsync((unit, _) => unit.Write(Scribble.Insert, Scribble.Number(-1)))).ShouldBe(CommitOutcome.Committed.Instance);

        async Task WorkAsync()
        {
            while (!Volatile.Read(ref hasDied))
            {
                var number = Interlocked.Increment(ref next);
                try
                {
                    await host.CommitAsync((unit, _) =>
                    {
                        unit.Write(Scribble.Insert, Scribble.Number(number));
                        Consumed.Note(unit, Note.IdOf(number), Queue, host.Clock.GetUtcNow());
                    });
                    outcomes[number] = "committed";
                }
                catch (NpgsqlException)
                {
                    outcomes[number] = "failed";
                }
            }
        }
    }

    private static async Task<bool?> TryAsync(Func<Task<bool>> ask)
    {
        try
        {
            return await ask();
        }
        catch (NpgsqlException)
        {
            return null;
        }
    }
}
