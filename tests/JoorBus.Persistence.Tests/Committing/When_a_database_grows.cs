using JoorBus.Persistence.Committing;
using JoorBus.TestKit;

namespace JoorBus.Persistence.Tests.Committing;

public sealed class When_a_database_grows
{
    private const int Units = 20_000;

    [Fact]
    public async Task Should_read_no_table_as_a_whole()
    {
        await using var host = await Host.StartAsync();

        await Parallel.ForEachAsync(Enumerable.Range(0, Units), new ParallelOptions { MaxDegreeOfParallelism = 200 }, async (number, _) =>
        {
            (await host.CommitAsync((unit, documents) => Write(host, unit, number, () => documents.Insert(Note.Number(number))), deliver: true)).ShouldBeOfType<CommitOutcome.Committed>();
            var note = (await host.LoadAsync(number))!;
            (await host.CommitAsync((unit, documents) => Write(host, unit, -number - 1, () => documents.Update(note)), deliver: true)).ShouldBeOfType<CommitOutcome.Committed>();
        });

        await Eventually.BecomesTrueAsync(
            async () => await host.ScalarAsync<long>("select n_tup_ins from pg_stat_user_tables where relname = 'mt_doc_note'") == Units, "the statistics are in");
        foreach (var table in new[] { "mt_doc_note", "outbox", "scribbles", "inbox_20260101" })
        {
            var read = await host.ScalarAsync<long>($"select coalesce(sum(seq_tup_read), 0) from pg_stat_user_tables where relname = '{table}'");
            read.ShouldBeLessThan(Units * 10L, $"rows of {table} that were read one after the other");
        }
    }

    private static void Write(Host host, UnitOfWork unit, int number, Action document)
    {
        document();
        unit.Write(Scribble.Insert, Scribble.Number(number));
        unit.Send(host.Message(number));
        Consumed.Note(unit, Note.IdOf(number), "orders", host.Clock.GetUtcNow());
    }
}
