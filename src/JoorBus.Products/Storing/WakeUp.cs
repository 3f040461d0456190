using JoorBus.Persistence.Committing;

namespace JoorBus.Products.Storing;

/// <summary>Rings the workers of all hosts when the unit of work is stored.</summary>
internal sealed record WakeUp(string Schema)
{
    public static readonly WakeUp Call = new("");

    public static readonly RowStatement<WakeUp> Statement = new(
        "product wake-up",
        RowExpectation.Any,
        $"select pg_notify('{ProductMigrations.Channel}', current_schema()) where cardinality($1::text[]) > 0",
        RowColumn.Text<WakeUp>(call => call.Schema));
}
