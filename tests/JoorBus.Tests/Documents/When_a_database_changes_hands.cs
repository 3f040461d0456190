using JoorBus.Connections.Storing;
using JoorBus.Joor;
using JoorBus.Orders.Tracking;
using JoorBus.Persistence.Committing;
using JoorBus.TestKit;

namespace JoorBus.Tests.Documents;

/// <summary>Every document of the project, written by one adapter and taken over by the other, in both directions.</summary>
public sealed class When_a_database_changes_hands
{
    private const string Tables = """
        select string_agg(line, E'\n' order by line) from (
            select c.relname || '.' || a.attnum || ' ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull || ' '
                || concat(a.attstorage, a.attcompression) || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '') as line
            from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
            where c.relname like 'mt\_doc\_%' and c.relkind = 'r' and c.relnamespace = 'joorbus'::regnamespace and a.attnum > 0
            union all select indexdef from pg_indexes where schemaname = 'joorbus' and tablename like 'mt\_doc\_%'
            union all select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
                where connamespace = 'joorbus'::regnamespace and conrelid::regclass::text like '%mt\_doc\_%'
            union all select pg_get_triggerdef(oid) from pg_trigger where tgrelid::regclass::text like '%mt\_doc\_%') as lines
        """;

    public static TheoryData<string, string> Pairs() => AdapterPairs.Names();

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Should_have_the_same_tables_indexes_and_triggers(string first, string second)
    {
        await using var own = await Parts.StartAsync(await TestDatabase.CreateAsync(), second);
        var database = await TestDatabase.CreateAsync();
        await using var before = await Parts.StartAsync(database, first);
        var made = await before.ReadAsync(Tables);

        await using var after = await Parts.StartAsync(database, second);

        made.ShouldContain("CREATE UNIQUE INDEX mt_doc_joorconnection_idx_name");
        made.ShouldContain("tell_connections");
        made.ShouldBe(await own.ReadAsync(Tables));
        (await after.ReadAsync(Tables)).ShouldBe(made);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Should_go_on_with_a_saga(string first, string second)
    {
        var database = await TestDatabase.CreateAsync();
        await using var writer = await Parts.StartAsync(database, first);
        await using var reader = await Parts.StartAsync(database, second);
        var id = new Guid("7c0f4a52-5a3e-4f0e-9d5e-0d6a5b1f2c11");
        await writer.CommitAsync(documents => documents.Insert(new OrderFulfillment
        {
            CorrelationId = id, CurrentState = "AwaitingAcceptance", Connection = "acme", JoorOrderId = "4711", Revision = 2, Waiting = new WaitingChange(2, null),
            SentAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        }));
        var stale = await writer.LoadAsync<OrderFulfillment>(id);

        var order = await reader.LoadAsync<OrderFulfillment>(id);
        (order.CurrentState, order.JoorOrderId, order.Waiting, order.SentAt, order.Version).ShouldBe(("AwaitingAcceptance", "4711", new WaitingChange(2, null), stale.SentAt, 1));
        order.CurrentState = "Accepted";
        order.Waiting = null;
        (await reader.CommitAsync(documents => documents.Update(order))).ShouldBe(CommitOutcome.Committed.Instance);

        (await writer.CommitAsync(documents => documents.Update(stale))).ShouldBe(new CommitOutcome.Conflict("mt_doc_orderfulfillment update"));
        var changed = await writer.LoadAsync<OrderFulfillment>(id);
        (changed.CurrentState, changed.Waiting, changed.Version).ShouldBe(("Accepted", null, 2));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Should_go_on_with_a_connection_and_keep_names_unique(string first, string second)
    {
        var database = await TestDatabase.CreateAsync();
        await using var writer = await Parts.StartAsync(database, first);
        await using var reader = await Parts.StartAsync(database, second);
        await writer.CommitAsync(documents => documents.Insert(Connection("acme", "Acme")));

        var found = (await reader.Get<ConnectionStore>().FindAsync("ACME", CancellationToken.None)).ShouldNotBeNull();
        (found.Key, found.Version, found.Settings.PollInterval).ShouldBe(("acme", 1, TimeSpan.FromMinutes(7)));
        found.Name = "Zenith";
        (await reader.Get<ConnectionStore>().CommitAsync((documents, _) => documents.Update(found), CancellationToken.None)).ShouldBe(CommitOutcome.Committed.Instance);

        (await writer.Get<ConnectionStore>().CommitAsync((documents, _) => documents.Insert(Connection("other", "zenith")), CancellationToken.None))
            .ShouldBe(new CommitOutcome.Conflict("mt_doc_joorconnection insert"));
        (await reader.Get<ConnectionStore>().CommitAsync((documents, _) => documents.Insert(Connection("third", "ZENITH")), CancellationToken.None))
            .ShouldBe(new CommitOutcome.Conflict("mt_doc_joorconnection insert"));
        await writer.CommitAsync(documents => documents.Insert(Connection("fourth", "Fourth")));
        var fourth = await reader.LoadAsync<StoredConnection>(StoredConnection.IdOf("fourth"));
        fourth.Name = "zenith";
        foreach (var host in new[] { reader, writer })
            (await host.Get<ConnectionStore>().CommitAsync((documents, _) => documents.Update(fourth), CancellationToken.None)).ShouldBe(new CommitOutcome.Conflict("mt_doc_joorconnection_idx_name"));
        (await writer.Get<ConnectionStore>().LookAsync(CancellationToken.None)).ShouldBe((2, 3));
    }

    private static StoredConnection Connection(string key, string name) => new()
    {
        Id = StoredConnection.IdOf(key), Key = key, Name = name, Settings = new JoorConnectionOptions { PollInterval = TimeSpan.FromMinutes(7) },
    };
}
