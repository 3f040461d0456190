using JoorBus.Persistence.Committing;
using JoorBus.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Persistence.Tests.Documents;

/// <summary>What one adapter made is the other's own, in both directions.</summary>
public sealed class When_a_database_changes_hands
{
    // Marten's functions are its own and are left out: the other adapter neither needs nor touches them.
    private const string Tables = """
        select string_agg(line, E'\n' order by line) from (
            select c.relname || '.' || a.attnum || ' ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull || ' '
                || concat(a.attstorage, a.attcompression) || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '') as line
            from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
            where c.relname like 'mt\_doc\_%' and c.relkind = 'r' and c.relnamespace = 'joorbus'::regnamespace and a.attnum > 0
            union all select indexdef from pg_indexes where schemaname = 'joorbus' and tablename like 'mt\_doc\_%'
            union all select conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where conrelid = 'joorbus.mt_doc_note'::regclass) as lines
        """;

    public static TheoryData<string, string> Pairs() => Adapters.Pairs();

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Should_find_the_tables_as_it_would_have_made_them(string first, string second)
    {
        await using var own = await Host.StartAsync(adapter: Adapters.Named(second));
        var database = await TestDatabase.CreateAsync();
        await using var before = await Host.StartAsync(database, adapter: Adapters.Named(first));
        var made = await before.ScalarAsync<string>(Tables);

        await using var after = await Host.StartAsync(database, adapter: Adapters.Named(second));

        made.ShouldBe(await own.ScalarAsync<string>(Tables));
        (await after.ScalarAsync<string>(Tables)).ShouldBe(made);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Should_leave_alone_what_others_added_to_its_tables(string first, string second)
    {
        var database = await TestDatabase.CreateAsync();
        await using var before = await Host.StartAsync(database, adapter: Adapters.Named(first));
        await using (var command = before.Services.GetRequiredService<Database>().Command("create index by_a_person on mt_doc_note (mt_last_modified)"))
            await command.ExecuteNonQueryAsync();

        await using var after = await Host.StartAsync(database, adapter: Adapters.Named(second));

        (await after.CountAsync("pg_indexes where indexname = 'by_a_person'")).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Should_read_change_and_check_what_the_other_wrote(string first, string second)
    {
        var database = await TestDatabase.CreateAsync();
        await using var writer = await Host.StartAsync(database, adapter: Adapters.Named(first));
        await using var reader = await Host.StartAsync(database, adapter: Adapters.Named(second));
        await writer.CommitAsync((_, documents) => documents.Insert(new Note { Id = Note.IdOf(1), Text = "Ærlig 🙂", Color = "red", IsOpen = true }));
        var stale = (await writer.LoadAsync(1))!;

        var read = (await reader.LoadAsync(1)).ShouldNotBeNull();
        (read.Text, read.Color, read.IsOpen, read.Version).ShouldBe(("Ærlig 🙂", "red", true, 1));
        read.Text = "changed";
        (await reader.CommitAsync((_, documents) => documents.Update(read))).ShouldBe(CommitOutcome.Committed.Instance);

        (await writer.CommitAsync((_, documents) => documents.Update(stale))).ShouldBe(new CommitOutcome.Conflict("mt_doc_note update"));
        (await writer.CommitAsync((_, documents) => documents.Delete(stale))).ShouldBe(new CommitOutcome.Conflict("mt_doc_note delete"));
        (await reader.CommitAsync((_, documents) => documents.Insert(Note.Number(1)))).ShouldBe(new CommitOutcome.Conflict("mt_doc_note insert"));
        var fresh = (await writer.LoadAsync(1))!;
        (fresh.Text, fresh.Version).ShouldBe(("changed", 2));
        (await writer.CommitAsync((_, documents) => documents.Delete(fresh))).ShouldBe(CommitOutcome.Committed.Instance);
        (await reader.CommitAsync((_, documents) => documents.Update(fresh))).ShouldBe(new CommitOutcome.Conflict("mt_doc_note update"));
        (await reader.LoadAsync(1)).ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Should_lose_no_change_when_both_work_at_once(string first, string second)
    {
        const int Changes = 30;
        var database = await TestDatabase.CreateAsync();
        await using var one = await Host.StartAsync(database, adapter: Adapters.Named(first));
        await using var other = await Host.StartAsync(database, adapter: Adapters.Named(second));
        await one.CommitAsync((_, documents) => documents.Insert(new Note { Id = Note.IdOf(1), Text = "0" }));

        await Task.WhenAll(Enumerable.Range(0, Changes).Select(number => CountUpAsync(number % 2 == 0 ? one : other)));

        var note = (await one.LoadAsync(1))!;
        (note.Text, note.Version).ShouldBe(($"{Changes}", Changes + 1));
    }

    private static async Task CountUpAsync(Host host)
    {
        CommitOutcome outcome;
        do
        {
            var note = (await host.LoadAsync(1))!;
            note.Text = $"{int.Parse(note.Text, System.Globalization.CultureInfo.InvariantCulture) + 1}";
            outcome = await host.CommitAsync((_, documents) => documents.Update(note));
        }
        while (outcome is CommitOutcome.Conflict);
    }
}
