using JoorBus.Persistence;
using Npgsql;
using NpgsqlTypes;

namespace JoorBus.Inventory.Counting;

/// <summary>Reading the rows of full counts.</summary>
internal static class SnapshotTable
{
    public const string Columns = "snapshot, connection, warehouses, version, started_at, level_count, completed_at, state, reason, counted, removed, progressed_at, decided_at, decided_by";

    /// <summary>Counts that wait for a decision, the longest waiting first.</summary>
    public static async Task<IReadOnlyList<string>> OpenAsync(Database database, CancellationToken cancellationToken)
    {
        var open = new List<string>();
        var command = database.Command($"select snapshot from inventory_snapshots where state = '{nameof(SnapshotState.Completed)}' order by completed_at");
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    open.Add(reader.GetString(0));
                }
            }
        }

        return open;
    }

    /// <summary>A parameter that may be null.</summary>
    public static NpgsqlParameter OrNull(NpgsqlDbType type, object? value) => new() { NpgsqlDbType = type, Value = value ?? DBNull.Value };

    public static Snapshot Read(NpgsqlDataReader reader) => new()
    {
        Id = reader.GetString(0),
        Connection = reader.GetString(1),
        Warehouses = Optional<string[]>(reader, 2),
        Sequence = OptionalValue<long>(reader, 3),
        StartedAt = Time(reader, 4),
        LevelCount = OptionalValue<int>(reader, 5),
        CompletedAt = Time(reader, 6),
        State = Enum.Parse<SnapshotState>(reader.GetString(7)),
        Reason = Optional<string>(reader, 8),
        Counted = OptionalValue<int>(reader, 9) ?? 0,
        Removed = OptionalValue<int>(reader, 10),
        ProgressedAt = Time(reader, 11)!.Value,
        DecidedAt = Time(reader, 12),
        DecidedBy = Optional<string>(reader, 13),
    };

    private static T? Optional<T>(NpgsqlDataReader reader, int column)
        where T : class =>
        reader.IsDBNull(column) ? null : reader.GetFieldValue<T>(column);

    private static T? OptionalValue<T>(NpgsqlDataReader reader, int column)
        where T : struct =>
        reader.IsDBNull(column) ? null : reader.GetFieldValue<T>(column);

    private static DateTimeOffset? Time(NpgsqlDataReader reader, int column) => OptionalValue<DateTime>(reader, column) is { } time ? new DateTimeOffset(time) : null;
}
