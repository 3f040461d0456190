using JoorBus.Persistence;
using Npgsql;
using NpgsqlTypes;

namespace JoorBus.Inventory.Planning;

/// <summary>Reads rows by one statement.</summary>
internal static class Queries
{
    public static async Task<List<T>> ReadAsync<T>(this Database database, string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken, params object?[] values)
    {
        await using var command = database.Command(sql);
        foreach (var value in values)
            command.Parameters.Add(value as NpgsqlParameter ?? Parameter(value));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(read(reader));
        return rows;
    }

    public static NpgsqlParameter Parameter(object? value) => value switch
    {
        ulong xid => new NpgsqlParameter<ulong> { TypedValue = xid, NpgsqlDbType = NpgsqlDbType.Xid8 },
        DateTimeOffset at => new NpgsqlParameter<DateTime> { TypedValue = at.UtcDateTime },
        null => new NpgsqlParameter { Value = DBNull.Value },
        _ => new NpgsqlParameter { Value = value },
    };

    /// <summary>A text that may be null; without its type the server could not tell which one it is.</summary>
    public static NpgsqlParameter TextParameter(string? text) => new() { Value = (object?)text ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    public static string? TextOrNull(this NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static int? NumberOrNull(this NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);

    public static DateTimeOffset? TimeOrNull(this NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);
}
