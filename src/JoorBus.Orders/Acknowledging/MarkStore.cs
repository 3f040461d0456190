using JoorBus.Persistence;
using JoorBus.Persistence.Committing;

namespace JoorBus.Orders.Acknowledging;

/// <summary>Which stored orders JOOR still shows as not exported.</summary>
public sealed class MarkStore(Database database)
{
    internal const int MostOrders = 1000;

    /// <summary>The windows to mark now, and whether they hold all that is unmarked.</summary>
    public async Task<(IReadOnlyList<MarkWindow> Windows, bool IsAll)> PlanAsync(string connection, CancellationToken cancellationToken)
    {
        var toMark = await MomentsAsync(
            "select modified_at from joor_orders where connection = $1 and marked_at is null and decision = 'Imported' and modified_at is not null order by modified_at limit $2",
            connection,
            [MostOrders],
            cancellationToken).ConfigureAwait(false);
        if (toMark.Count == 0)
        {
            return ([], true);
        }

        var notImported = await MomentsAsync(
            "select modified_at from joor_orders where connection = $1 and decision in ('Ignored', 'Unreadable') and modified_at between $2 and $3",
            connection,
            [toMark[0].UtcDateTime, toMark[^1].UtcDateTime],
            cancellationToken).ConfigureAwait(false);
        return (MarkWindow.Plan(toMark, notImported), toMark.Count < MostOrders);
    }

    /// <summary>The oldest orders that JOOR has not been told of and has not refused to mark.</summary>
    public async Task<IReadOnlyList<UnmarkedOrder>> UnmarkedAsync(string connection, CancellationToken cancellationToken)
    {
        var unmarked = new List<UnmarkedOrder>();
        var command = database.Command(
            """
            select joor_order_id, row_version from joor_orders
            where connection = $1 and marked_at is null and decision = 'Imported' and mark_refusal is null order by modified_at limit $2
            """);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.AddWithValue(connection);
            command.Parameters.AddWithValue(MostOrders);
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    unmarked.Add(new UnmarkedOrder(connection, reader.GetString(0), reader.GetInt32(1)));
                }
            }
        }

        return unmarked;
    }

    private async Task<List<DateTimeOffset>> MomentsAsync(string sql, string connection, object[] arguments, CancellationToken cancellationToken)
    {
        var moments = new List<DateTimeOffset>();
        var command = database.Command(sql);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.AddWithValue(connection);
            foreach (var argument in arguments)
            {
                command.Parameters.AddWithValue(argument);
            }

            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    moments.Add(reader.GetFieldValue<DateTimeOffset>(0));
                }
            }
        }

        return moments;
    }
}

/// <summary>All imported orders of a window are marked in JOOR.</summary>
internal sealed record MarkedWindow(string Connection, MarkWindow Window, DateTimeOffset At)
{
    public static readonly RowStatement<MarkedWindow> Store = new(
        "joor orders marked",
        RowExpectation.Any,
        """
        with marked as (
            update joor_orders o set marked_at = r.at from unnest($1, $2, $3, $4) as r(connection, since, until, at)
            where o.connection = r.connection and o.modified_at between r.since and r.until and o.marked_at is null and o.decision = 'Imported'
            returning o.order_id, r.at, o.revision)
        insert into order_timeline (order_id, at, kind, detail, message_id)
        select order_id, at, 'joor-order.export-marked', 'revision ' || revision, null from marked
        """,
        RowColumn.Text<MarkedWindow>(marked => marked.Connection),
        RowColumn.Time<MarkedWindow>(marked => marked.Window.From),
        RowColumn.Time<MarkedWindow>(marked => marked.Window.Until),
        RowColumn.Time<MarkedWindow>(marked => marked.At));
}
