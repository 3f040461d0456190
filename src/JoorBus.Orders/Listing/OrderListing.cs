using JoorBus.Persistence;
using Npgsql;
using NpgsqlTypes;

namespace JoorBus.Orders.Listing;

/// <summary>Finds orders with where they stand.</summary>
public sealed class OrderListing(Database database, ConnectionNames names)
{
    private const string Select =
        """
        select o.order_id, o.connection, o.joor_order_id, o.purchase_order, o.customer_code, o.customer_name, o.total, o.currency, o.revision,
            case when o.decision in ('Ignored', 'Unreadable') then o.decision else coalesce(f.data ->> 'CurrentState', 'Received') end,
            f.data ->> 'WmsOrderId', coalesce(o.reason, f.data ->> 'HeldReason'), o.seen_at, o.marked_at is not null
        from joor_orders o left join mt_doc_orderfulfillment f on f.id = o.order_id
        """;

    public Task<IReadOnlyList<OrderRow>> ListAsync(OrderQuery query, CancellationToken cancellationToken)
    {
        var conditions = new List<string>();
        var arguments = new List<NpgsqlParameter>();
        if (query.Connection is { } connection)
        {
            conditions.Add($"o.connection = {Add(names.KeyOf(connection))}");
        }

        if (query.State is { } state)
        {
            var name = Add(state);
            conditions.Add($"(o.decision ilike {name} or (o.decision not in ('Ignored', 'Unreadable') and f.data ->> 'CurrentState' ilike {name}))");
        }

        if (query.Text is { } text)
        {
            var name = Add(text);
            conditions.Add(
                $"(o.joor_order_id = {name} or o.purchase_order = {name} or o.customer_code = {name} or f.data ->> 'WmsOrderId' = {name} "
                + $"or o.order_id::text = {name} or o.customer_name ilike '%' || {name} || '%')");
        }

        if (query.Silent)
        {
            conditions.Add("f.data ->> 'SilentSince' is not null");
        }

        var where = conditions.Count == 0 ? "" : $" where {string.Join(" and ", conditions)}";
        arguments.Add(new NpgsqlParameter { Value = query.Limit, NpgsqlDbType = NpgsqlDbType.Integer });
        return ReadAsync($"{Select}{where} order by o.seen_at desc limit ${arguments.Count}", arguments, cancellationToken);

        string Add(string value)
        {
            arguments.Add(new NpgsqlParameter { Value = value, NpgsqlDbType = NpgsqlDbType.Text });
            return $"${arguments.Count}";
        }
    }

    private async Task<IReadOnlyList<OrderRow>> ReadAsync(string sql, List<NpgsqlParameter> arguments, CancellationToken cancellationToken)
    {
        var rows = new List<OrderRow>();
        var command = database.Command(sql);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.AddRange(arguments.ToArray());
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    rows.Add(new OrderRow(
                        reader.GetGuid(0),
                        names.NameOf(reader.GetString(1)),
                        reader.GetString(2),
                        Text(reader, 3),
                        Text(reader, 4),
                        Text(reader, 5),
                        await reader.IsDBNullAsync(6, cancellationToken).ConfigureAwait(false) ? null : reader.GetDecimal(6),
                        Text(reader, 7),
                        reader.GetInt32(8),
                        reader.GetString(9),
                        Text(reader, 10),
                        Text(reader, 11),
                        reader.GetFieldValue<DateTimeOffset>(12),
                        reader.GetBoolean(13)));
                }
            }
        }

        return rows;
    }

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
