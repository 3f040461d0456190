using JoorBus.Persistence.Committing;
using NpgsqlTypes;

namespace JoorBus.Inventory.Planning;

/// <summary>Column types that only stock needs.</summary>
internal static class StockColumns
{
    public static RowColumn<TRow> NumberOrNull<TRow>(Func<TRow, int?> value) => new RowColumn<TRow, int?>(NpgsqlDbType.Integer, value);

    public static RowColumn<TRow> Flag<TRow>(Func<TRow, bool> value) => new RowColumn<TRow, bool>(NpgsqlDbType.Boolean, value);

    public static RowColumn<TRow> FlagOrNull<TRow>(Func<TRow, bool?> value) => new RowColumn<TRow, bool?>(NpgsqlDbType.Boolean, value);
}
