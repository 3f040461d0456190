using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using JoorBus.Contracts;
using JoorBus.Persistence;
using Npgsql;
using NpgsqlTypes;

namespace JoorBus.Products.Listing;

/// <summary>Finds styles with where they stand.</summary>
public sealed class ProductListing(Database database, ProductConnections connections)
{
    private const char Between = '\u001f';

    // Of the product for every connection and the one for this connection the newer counts.
    private const string Select =
        """
        select j.connection, j.style, j.style_number, p.content::jsonb ->> 'name', j.state, j.joor_style_id, j.changed_at, j.pushed_at, j.reasons, j.held, j.attempts, j.next_attempt_at, j.last_error, j.push_id is not null
        from joor_products j
        left join lateral (
            select content from products p where p.connection in ('', j.connection) and p.style = j.style and p.content is not null order by p.version desc limit 1) p on true
        where (j.connection, j.style) > ($1, $2) and ($3::text is null or j.connection = $3) and ($4::text is null or j.state = $4)
            and ($5::text is null or j.style = $5 or j.style_number = $5 or j.joor_style_id = $5 or p.content::jsonb ->> 'name' ilike '%' || $6 || '%')
        order by j.connection, j.style limit $7
        """;

    private const string Received =
        "select version, content from products where connection in ('', $1) and style = $2 order by version desc limit 1";

    private const string Removals =
        "select color_code, size, reason, removed_at from product_removals where connection in ('', $1) and style = $2 order by removed_at";

    /// <summary>Whether a query may go on after this text.</summary>
    public static bool IsCursor(string after) => Parse(after) is not null;

    public async Task<ProductPage> ListAsync(ProductQuery query, CancellationToken cancellationToken)
    {
        var (connection, style) = query.After is { } after ? Parse(after) ?? throw new ArgumentException("This was not given as the next page by any answer.", nameof(query)) : ("", "");
        var limit = Math.Clamp(query.Limit, 1, ProductQuery.MostRows);
        await using var command = database.Command(Select);
        foreach (var text in new[] { connection, style, KeyOf(query.Connection), query.State is { } state ? ProductStates.Stored(state) : null, query.Search, Escape(query.Search) })
            command.Parameters.Add(new NpgsqlParameter { Value = (object?)text ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        // One more than wanted tells whether there is a next page.
        command.Parameters.AddWithValue(limit + 1);
        var rows = new List<(string Key, ProductRow Row)>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            rows.Add((reader.GetString(0), Read(reader)));
        return rows.Count > limit
            ? new ProductPage([.. rows.Take(limit).Select(row => row.Row)], Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{rows[limit - 1].Key}{Between}{rows[limit - 1].Row.Style}")))
            : new ProductPage([.. rows.Select(row => row.Row)], null);
    }

    /// <summary>By style identifier, or by a style number or JOOR id that only one style has; null where nothing is known.</summary>
    public async Task<ProductDetail?> ShowAsync(string connection, string id, CancellationToken cancellationToken)
    {
        var key = KeyOf(connection)!;
        var found = (await ListAsync(new ProductQuery { Connection = connection, Search = id, Limit = ProductQuery.MostRows }, cancellationToken)).Rows;
        var named = found.Where(one => one.Style == id || one.StyleNumber == id || one.JoorStyleId == id).ToList();
        var row = found.FirstOrDefault(one => one.Style == id) ?? (named.Count == 1 ? named[0] : null);
        var style = row?.Style ?? id;
        var (version, content) = await ReceivedAsync(key, style, cancellationToken);
        var removals = await RemovalsAsync(key, style, cancellationToken);
        return row is null && version is null && removals.Count == 0
            ? null
            : new ProductDetail(row, connections.NameOf(key), version ?? -1, content is null ? null : JsonSerializer.Deserialize(content, ContractsJson.Default.Product), removals);
    }

    private async Task<(long? Version, string? Content)> ReceivedAsync(string key, string style, CancellationToken cancellationToken)
    {
        await using var command = database.Command(Received);
        command.Parameters.AddWithValue(key);
        command.Parameters.AddWithValue(style);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (reader.GetInt64(0), Text(reader, 1)) : (null, null);
    }

    private async Task<IReadOnlyList<AskedRemoval>> RemovalsAsync(string key, string style, CancellationToken cancellationToken)
    {
        var removals = new List<AskedRemoval>();
        await using var command = database.Command(Removals);
        command.Parameters.AddWithValue(key);
        command.Parameters.AddWithValue(style);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            removals.Add(new AskedRemoval(Given(reader.GetString(0)), Given(reader.GetString(1)), Text(reader, 2), reader.GetFieldValue<DateTimeOffset>(3)));
        return removals;
    }

    private string? KeyOf(string? name) => name is null ? null : connections.KeyOf(name) ?? name;

    private ProductRow Read(NpgsqlDataReader reader) => new()
    {
        Connection = connections.NameOf(reader.GetString(0)),
        Style = reader.GetString(1),
        StyleNumber = reader.GetString(2),
        Name = Text(reader, 3),
        State = ProductStates.Shown(reader.GetString(4)),
        JoorStyleId = Text(reader, 5),
        ChangedAt = reader.GetFieldValue<DateTimeOffset>(6),
        PushedAt = Time(reader, 7),
        Reasons = reader.GetFieldValue<string[]>(8),
        Held = reader.GetFieldValue<string[]>(9),
        Attempts = reader.GetInt32(10),
        NextAttemptAt = Time(reader, 11),
        LastError = Text(reader, 12),
        IsUnderWay = reader.GetBoolean(13),
    };

    private static (string Connection, string Style)? Parse(string after) =>
        Base64Url.IsValid(after) && Encoding.UTF8.GetString(Base64Url.DecodeFromChars(after)).Split(Between) is [var connection, var style] ? (connection, style) : null;

    private static string? Escape(string? search) =>
        search?.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);

    private static string? Given(string text) => text.Length == 0 ? null : text;

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static DateTimeOffset? Time(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);
}
