using JoorBus.TestKit;
using Npgsql;

namespace JoorBus.Gaps.Tests.Dying;

/// <summary>What JoorBus has stored, read straight from its tables.</summary>
public sealed class Tables(string database)
{
    // Messages that are being consumed are not in their queues: who still has to track an order shows by its document alone.
    private const string Unfinished =
        """
        select concat_ws(', ',
            (select count(*) || ' in the outbox' from outbox having count(*) > 0),
            (select count(*) || ' unmarked' from joor_orders where decision = 'Imported' and marked_at is null having count(*) > 0),
            (select count(*) || ' untracked' from joor_orders o where decision = 'Imported'
                and not exists (select from mt_doc_orderfulfillment d where d.id = o.order_id) having count(*) > 0),
            (select count(*) || ' unanswered' from mt_doc_orderfulfillment where data ->> 'CurrentState' like 'Awaiting%' having count(*) > 0))
        """;

    private readonly string connectionString = database + ";Search Path=joorbus;Pooling=false";

    public Task<long> CountAsync(string from) => ReadAsync<long>($"select count(*) from {from}");

    public Task<string> UnfinishedAsync() => ReadAsync<string>(Unfinished);

    /// <summary>Returns when so many rows are there.</summary>
    public async Task ComeToAsync(string from, long count) =>
        await Eventually.ReadsAsync(() => CountAsync(from), found => found == count, $"{count} of {from}");

    public async Task<T> ReadAsync<T>(string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>State of each order's saga, with how many there are.</summary>
    public Task<string> StatesAsync() =>
        ReadAsync<string>("select coalesce(string_agg(state || ' ' || n, ', ' order by state), '') from (select data ->> 'CurrentState' state, count(*) n from mt_doc_orderfulfillment group by 1) s");
}
