using Npgsql;
using NpgsqlTypes;

namespace JoorBus.Persistence.Committing;

/// <summary>One column of a <see cref="RowStatement{TRow}"/>: becomes an array parameter.</summary>
public abstract class RowColumn<TRow>
{
    internal abstract NpgsqlParameter ToParameter(IReadOnlyList<TRow> rows);
}

/// <summary>A column of values of type <typeparamref name="T"/>.</summary>
public sealed class RowColumn<TRow, T>(NpgsqlDbType type, Func<TRow, T> value) : RowColumn<TRow>
{
    internal override NpgsqlParameter ToParameter(IReadOnlyList<TRow> rows)
    {
        var values = new T[rows.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = value(rows[i]);
        }

        return new NpgsqlParameter<T[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type };
    }
}

/// <summary>The column types that statements are made of.</summary>
public static class RowColumn
{
    public static RowColumn<TRow> Id<TRow>(Func<TRow, Guid> value) => new RowColumn<TRow, Guid>(NpgsqlDbType.Uuid, value);

    public static RowColumn<TRow> Text<TRow>(Func<TRow, string?> value) => new RowColumn<TRow, string?>(NpgsqlDbType.Text, value);

    public static RowColumn<TRow> Json<TRow>(Func<TRow, string> value) => new RowColumn<TRow, string>(NpgsqlDbType.Jsonb, value);

    public static RowColumn<TRow> Number<TRow>(Func<TRow, int> value) => new RowColumn<TRow, int>(NpgsqlDbType.Integer, value);

    public static RowColumn<TRow> Bytes<TRow>(Func<TRow, byte[]?> value) => new RowColumn<TRow, byte[]?>(NpgsqlDbType.Bytea, value);

    public static RowColumn<TRow> Day<TRow>(Func<TRow, DateOnly> value) => new RowColumn<TRow, DateOnly>(NpgsqlDbType.Date, value);

    public static RowColumn<TRow> Time<TRow>(Func<TRow, DateTimeOffset> value) =>
        new RowColumn<TRow, DateTime>(NpgsqlDbType.TimestampTz, row => value(row).UtcDateTime);

    public static RowColumn<TRow> TimeOrNull<TRow>(Func<TRow, DateTimeOffset?> value) =>
        new RowColumn<TRow, DateTime?>(NpgsqlDbType.TimestampTz, row => value(row)?.UtcDateTime);
}
