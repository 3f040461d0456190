using Npgsql;
using NpgsqlTypes;

namespace JoorBus.Inventory.Receiving;

/// <summary>A part of the levels, as one array of each column.</summary>
internal readonly struct LevelColumns(IReadOnlyList<LevelRow> levels, int first, int count)
{
    /// <summary>Whether a count told any of them.</summary>
    public bool HasCounted => levels.Skip(first).Take(count).Any(level => level.Snapshot is not null);

    /// <summary>In the order of the statement.</summary>
    public void AddTo(NpgsqlParameterCollection parameters)
    {
        parameters.Add(Array(NpgsqlDbType.Text, level => level.Connection));
        parameters.Add(Array(NpgsqlDbType.Text, level => level.Item));
        parameters.Add(Array(NpgsqlDbType.Text, level => level.Warehouse));
        parameters.Add(Array(NpgsqlDbType.Bigint, level => level.Version));
        parameters.Add(Array(NpgsqlDbType.TimestampTz, level => level.AsOf));
        parameters.Add(Array(NpgsqlDbType.Integer, level => level.OnHand));
        parameters.Add(Array(NpgsqlDbType.Integer, level => level.Allocated));
        parameters.Add(Array(NpgsqlDbType.Integer, level => level.Available));
        parameters.Add(Array(NpgsqlDbType.Text, level => level.Inbound));
        parameters.Add(Array(NpgsqlDbType.Boolean, level => level.MadeToOrder));
        parameters.Add(Array(NpgsqlDbType.Text, level => level.Identity));
        parameters.Add(Array(NpgsqlDbType.Text, level => level.Snapshot));
        parameters.Add(Array(NpgsqlDbType.Bigint, level => level.SnapshotVersion));
    }

    private NpgsqlParameter<T[]> Array<T>(NpgsqlDbType type, Func<LevelRow, T> value) =>
        new() { TypedValue = Column(value), NpgsqlDbType = NpgsqlDbType.Array | type };

    private T[] Column<T>(Func<LevelRow, T> value)
    {
        var values = new T[count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = value(levels[first + i]);
        }

        return values;
    }
}
