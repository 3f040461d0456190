using System.Text.Json;
using JoorBus.Persistence.Committing;
using NpgsqlTypes;

namespace JoorBus.Products.Storing;

/// <summary>How a style ended in a round: as wanted, refused in part or whole, or with a removal that waits for a person.</summary>
internal sealed record Settlement
{
    public required string Connection { get; init; }

    public required string Style { get; init; }

    /// <summary>The one that was worked on; a newer one leaves the style dirty.</summary>
    public required long Generation { get; init; }

    public required ProductState State { get; init; }

    /// <summary>What was not sent or not taken, each a sentence.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>Removals that wait, each a sentence.</summary>
    public IReadOnlyList<string> Held { get; init; } = [];

    public string? JoorStyleId { get; init; }

    public string? WantedHash { get; init; }

    /// <summary>Null where JOOR does not hold what is wanted.</summary>
    public string? PushedHash { get; init; }

    /// <summary>Null where nothing was sent.</summary>
    public DateTimeOffset? PushedAt { get; init; }

    /// <summary>What changed meanwhile stays dirty.</summary>
    public static readonly RowStatement<Settlement> Store = new(
        "product settlement",
        RowExpectation.Each,
        """
        update joor_products j set
            state = case when j.generation = r.generation then r.state else 'Dirty' end,
            reasons = array(select jsonb_array_elements_text(r.reasons)), held = array(select jsonb_array_elements_text(r.held)),
            joor_style_id = coalesce(r.joor_style_id, j.joor_style_id), wanted_hash = r.wanted_hash, pushed_hash = coalesce(r.pushed_hash, j.pushed_hash),
            pushed_at = coalesce(r.pushed_at, j.pushed_at), attempts = 0, next_attempt_at = null, last_error = null, push_id = null
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as r(connection, style, generation, state, reasons, held, joor_style_id, wanted_hash, pushed_hash, pushed_at)
        where j.connection = r.connection and j.style = r.style returning 1
        """,
        RowColumn.Text<Settlement>(row => row.Connection),
        RowColumn.Text<Settlement>(row => row.Style),
        new RowColumn<Settlement, long>(NpgsqlDbType.Bigint, row => row.Generation),
        RowColumn.Text<Settlement>(row => row.State.ToString()),
        RowColumn.Json<Settlement>(row => JsonSerializer.Serialize(row.Reasons, ProductsJson.Default.IReadOnlyListString)),
        RowColumn.Json<Settlement>(row => JsonSerializer.Serialize(row.Held, ProductsJson.Default.IReadOnlyListString)),
        RowColumn.Text<Settlement>(row => row.JoorStyleId),
        RowColumn.Text<Settlement>(row => row.WantedHash),
        RowColumn.Text<Settlement>(row => row.PushedHash),
        RowColumn.TimeOrNull<Settlement>(row => row.PushedAt));
}

/// <summary>Where a style stands in one connection's JOOR.</summary>
public enum ProductState
{
    /// <summary>Something is to be done.</summary>
    Dirty,

    /// <summary>JOOR holds what is wanted.</summary>
    Settled,

    /// <summary>All or part was refused; waits until the style changes or a person asks.</summary>
    Refused,

    /// <summary>A removal waits for a person; all else is as wanted.</summary>
    Held,

    /// <summary>The brand's system says that it is not to go; JOOR keeps what it has.</summary>
    Skipped,
}
