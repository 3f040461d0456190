using System.Text.Json;
using JoorBus.Persistence.Committing;

namespace JoorBus.Inventory.Pushing;

/// <summary>A wish that everything be sent, as it is stored with the worker until it is done.</summary>
public sealed record FullPush
{
    /// <summary>Why: a person asked, a full count ended, or the settings changed.</summary>
    public required string Cause { get; init; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>A person allowed it although much would vanish.</summary>
    public bool IsReleased { get; init; }

    /// <summary>Why it is held, with numbers; null while it is not.</summary>
    public string? Held { get; init; }

    internal static FullPush? AfterSwitch(string? modeBefore, string mode) =>
        modeBefore is not null && modeBefore != mode || (modeBefore is null && mode.StartsWith(nameof(Setting.StockMode.Overwrite), StringComparison.Ordinal))
            ? new FullPush { Cause = "the settings changed" }
            : null;

    internal static FullPush? Read(string? text) => text is null ? null : JsonSerializer.Deserialize(text, InventoryPushJson.Default.FullPush);

    internal string Write() => JsonSerializer.Serialize(this, InventoryPushJson.Default.FullPush);
}

/// <summary>Stores a wish, or that it is done. Not bound to a lease: anybody may wish.</summary>
internal sealed record WantedPush(string Connection, FullPush? Push)
{
    public static readonly RowStatement<WantedPush> Store = new(
        "inventory wanted push",
        RowExpectation.Any,
        """
        insert into inventory_workers as w (connection, wanted_push) select * from unnest($1, $2)
        on conflict (connection) do update set wanted_push = excluded.wanted_push
        """,
        RowColumn.Text<WantedPush>(row => row.Connection),
        RowColumn.Text<WantedPush>(row => row.Push?.Write()));
}

/// <summary>The wish is fulfilled; one that came meanwhile stays.</summary>
internal sealed record WishDone(string Connection, string? Wish)
{
    public static readonly RowStatement<WishDone> Store = new(
        "inventory wanted push done",
        RowExpectation.Any,
        "update inventory_workers w set wanted_push = null from unnest($1, $2) as r(connection, wish) where w.connection = r.connection and w.wanted_push = r.wish",
        RowColumn.Text<WishDone>(row => row.Connection),
        RowColumn.Text<WishDone>(row => row.Wish));
}
