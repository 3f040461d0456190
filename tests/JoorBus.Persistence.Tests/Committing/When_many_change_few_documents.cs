using System.Globalization;
using JoorBus.Persistence.Committing;
using JoorBus.Persistence.Documents;
using JoorBus.TestKit;
using Npgsql;
using Xunit.Abstractions;

namespace JoorBus.Persistence.Tests.Committing;

public sealed class When_many_change_few_documents(ITestOutputHelper output)
{
    private const int Documents = 4;

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Should_lose_no_update_and_make_none_up(int lanes)
    {
        var seed = TestSeed.Next();
        output.WriteLine($"JOORBUS_TEST_SEED={seed}");
        var database = await TestDatabase.CreateAsync();
        await using var one = await Host.StartAsync(database, options => options.CommitLanes = lanes);
        await using var other = await Host.StartAsync(database, options => options.CommitLanes = lanes);
        await one.CommitAsync((_, documents) =>
        {
            for (var number = 0; number < Documents; number++)
                documents.Insert(Note.Number(number, "0"));
        });

        var committed = new int[Documents];
        await Task.WhenAll(Enumerable.Range(0, 40).Select(worker => WorkAsync(worker % 2 == 0 ? one : other, new Random(seed + worker), committed)));

        for (var number = 0; number < Documents; number++)
        {
            var note = (await one.LoadAsync(number))!;
            note.Version.ShouldBe(committed[number] + 1);
            note.Text.ShouldBe($"{committed[number]}");
        }

        committed.Sum().ShouldBe(await one.CountAsync("scribbles"));
        committed.Sum().ShouldBeGreaterThan(40);
    }

    // Each unit raises one or two documents and writes one row for each, or does nothing at all.
    private static async Task WorkAsync(Host host, Random random, int[] committed)
    {
        for (var turn = 0; turn < 25; turn++)
        {
            var numbers = Enumerable.Range(0, random.Next(1, 3)).Select(_ => random.Next(Documents)).Distinct().Order().ToList();
            var notes = await Task.WhenAll(numbers.Select(number => host.LoadAsync(number)));
            var rows = notes.Select(note => new Scribble(NameBasedGuid.Create(note!.Id, $"{note.Version + 1}"), "raised")).ToList();
            var isCommitted = await TryAsync(host, (unit, documents) =>
            {
                foreach (var note in notes)
                {
                    note!.Text = (int.Parse(note.Text, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
                    documents.Update(note);
                }

                rows.ForEach(row => unit.Write(Scribble.Insert, row));
            });
            if (isCommitted)
                numbers.ForEach(number => Interlocked.Increment(ref committed[number]));
        }
    }

    // Groups of two hosts may lock each other out; PostgreSQL then ends one, of which nothing is stored.
    private static async Task<bool> TryAsync(Host host, Action<UnitOfWork, IDocuments> work)
    {
        try
        {
            return await host.CommitAsync(work) is CommitOutcome.Committed;
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.DeadlockDetected)
        {
            return false;
        }
    }
}
