using JoorBus.Persistence;

namespace JoorBus.Products.Storing;

/// <summary>What workers read of the stored styles.</summary>
internal sealed class ProductStore(Database database)
{
    // What stopped one stopped all beside it: those whose turn comes soon go along, as many cost hardly more than few.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    /// <summary>Styles whose turn it is, the longest waiting first, and where there are any those whose turn comes soon.</summary>
    public async Task<IReadOnlyList<DirtyProduct>> DueAsync(string connection, DateTimeOffset now, int most, CancellationToken cancellationToken)
    {
        await using var command = database.Command(
            """
            select style, style_number, generation, push_id is not null, released_version, attempts, pushed_hash from joor_products
            where connection = $1 and state = 'Dirty' and (next_attempt_at is null or next_attempt_at <= $4)
                and exists (select 1 from joor_products d where d.connection = $1 and d.state = 'Dirty' and (d.next_attempt_at is null or d.next_attempt_at <= $2))
            order by changed_at, style limit $3
            """);
        command.Parameters.AddWithValue(connection);
        command.Parameters.AddWithValue(now.UtcDateTime);
        command.Parameters.AddWithValue(most);
        command.Parameters.AddWithValue((now + Soon).UtcDateTime);
        var found = new List<DirtyProduct>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add(new DirtyProduct(
                reader.GetString(0), reader.GetString(1), reader.GetInt64(2), reader.GetBoolean(3), reader.GetInt64(4), reader.GetInt32(5),
                await reader.IsDBNullAsync(6, cancellationToken) ? null : reader.GetString(6)));
        }

        return found;
    }

    /// <summary>One style whatever its state; as unknown where it never had a turn.</summary>
    public async Task<DirtyProduct> OneAsync(string connection, string style, CancellationToken cancellationToken)
    {
        await using var command = database.Command(
            """
            select coalesce(j.style_number, p.style_number), coalesce(j.released_version, -1)
            from (select max(style_number) as style_number from products where connection = any(array['', $1]) and style = $2) p
            left join joor_products j on j.connection = $1 and j.style = $2
            """);
        command.Parameters.AddWithValue(connection);
        command.Parameters.AddWithValue(style);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new DirtyProduct(style, await reader.IsDBNullAsync(0, cancellationToken) ? style : reader.GetString(0), 0, false, reader.GetInt64(1), 0, null);
    }

    /// <summary>When the next style's turn comes; null when none waits.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(string connection, CancellationToken cancellationToken)
    {
        await using var command = database.Command("select min(coalesce(next_attempt_at, changed_at)) from joor_products where connection = $1 and state = 'Dirty'");
        command.Parameters.AddWithValue(connection);
        return await command.ExecuteScalarAsync(cancellationToken) is DateTime time ? new DateTimeOffset(time, TimeSpan.Zero) : null;
    }

    /// <summary>What is wanted of these styles.</summary>
    public async Task<IReadOnlyDictionary<string, ProductWish>> WantedAsync(string connection, IReadOnlyCollection<string> styles, CancellationToken cancellationToken)
    {
        var found = styles.Distinct().ToDictionary(style => style, _ => ProductWish.Nothing);
        await using var command = database.Command(
            """
            select distinct on (style) style, version, content from products
            where connection = any(array['', $1]) and style = any($2) and content is not null order by style, version desc, connection desc
            """);
        command.Parameters.AddWithValue(connection);
        command.Parameters.AddWithValue(styles.ToArray());
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
                found[reader.GetString(0)] = new ProductWish(reader.GetInt64(1), reader.GetString(2), []);
        }

        foreach (var removed in (await RemovalsAsync(connection, styles, cancellationToken)).GroupBy(pair => pair.Style))
            found[removed.Key] = found[removed.Key] with { Removals = [.. removed.Select(pair => pair.Removal)] };
        return found;
    }

    private async Task<List<(string Style, StoredRemoval Removal)>> RemovalsAsync(string connection, IReadOnlyCollection<string> styles, CancellationToken cancellationToken)
    {
        var found = new List<(string, StoredRemoval)>();
        await using var command = database.Command(
            """
            select distinct on (style, color_code, size) style, color_code, size, version, reason from product_removals
            where connection = any(array['', $1]) and style = any($2) order by style, color_code, size, version desc
            """);
        command.Parameters.AddWithValue(connection);
        command.Parameters.AddWithValue(styles.ToArray());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add((reader.GetString(0), new StoredRemoval(
                reader.GetString(1), reader.GetString(2), reader.GetInt64(3), await reader.IsDBNullAsync(4, cancellationToken) ? null : reader.GetString(4))));
        }

        return found;
    }
}
