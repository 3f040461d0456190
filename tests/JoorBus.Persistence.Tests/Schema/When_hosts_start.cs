using JoorBus.TestKit;

namespace JoorBus.Persistence.Tests.Schema;

public sealed class When_hosts_start
{
    private const string Catalogue = """
        select string_agg(line, E'\n' order by line) from (
            select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') as line
            from information_schema.columns where table_schema = 'joorbus'
            union all select indexdef from pg_indexes where schemaname = 'joorbus'
            union all select module || ' ' || number || ' ' || applied_at from joorbus_migrations) as lines
        """;

    [Fact]
    public async Task Should_make_the_schema_once_when_ten_start_at_the_same_time()
    {
        var database = await TestDatabase.CreateAsync();
        var hosts = Enumerable.Range(0, 10).Select(_ => Host.Unmigrated(database)).ToList();

        await Task.WhenAll(hosts.Select(host => host.Migrator.MigrateAsync(CancellationToken.None)));

        (await hosts[0].ScalarAsync<string>("select string_agg(module || ' ' || number, ', ' order by module) from joorbus_migrations")).ShouldBe("persistence 1, scribbles 1");
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }
    }

    [Fact]
    public async Task Should_change_nothing_that_is_there()
    {
        await using var host = await Host.StartAsync();
        await host.CommitAsync((_, documents) => documents.Insert(Note.Number(1)));
        var before = await host.ScalarAsync<string>(Catalogue);

        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.Migrator.MigrateAsync(CancellationToken.None);

        (await host.ScalarAsync<string>(Catalogue)).ShouldBe(before);
        (await host.LoadAsync(1)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Should_keep_documents_in_Martens_layout()
    {
        await using var host = await Host.StartAsync();
        await host.CommitAsync((_, documents) => documents.Insert(Note.Number(1)));

        (await host.ScalarAsync<string>(
            "select string_agg(column_name || ' ' || data_type || ' ' || is_nullable, ', ' order by ordinal_position) from information_schema.columns where table_name = 'mt_doc_note'")).ShouldBe(
            "id uuid NO, data jsonb NO, mt_last_modified timestamp with time zone YES, mt_dotnet_type character varying YES, mt_version integer NO");
        (await host.ScalarAsync<string>("select conname from pg_constraint where conrelid = 'mt_doc_note'::regclass and contype = 'p'")).ShouldBe("pkey_mt_doc_note_id");
        (await host.ScalarAsync<string>("select mt_version || ' ' || mt_dotnet_type from mt_doc_note")).ShouldBe("1 JoorBus.Persistence.Tests.Note");
    }

    [Fact]
    public async Task Should_keep_two_schemas_apart()
    {
        var database = await TestDatabase.CreateAsync();
        await using var one = await Host.StartAsync(database, options => options.Schema = "one");
        await using var other = await Host.StartAsync(database, options => options.Schema = "other");

        await one.CommitAsync((_, documents) => documents.Insert(Note.Number(1)));

        (await one.LoadAsync(1)).ShouldNotBeNull();
        (await other.LoadAsync(1)).ShouldBeNull();
    }
}
