using JoorBus.Persistence.Committing;
using JoorBus.Persistence.Schema;

namespace JoorBus.Persistence.Tests;

/// <summary>A plain row of a table beside the documents.</summary>
internal sealed record Scribble(Guid Id, string Text)
{
    public static readonly Migration Table = new("scribbles", 1, "create table if not exists scribbles (id uuid primary key, text text not null check (text <> 'forbidden'));");

    public static readonly RowStatement<Scribble> Insert = new(
        "scribbles",
        RowExpectation.Each,
        "insert into scribbles (id, text) select * from unnest($1, $2) on conflict do nothing returning 1",
        RowColumn.Id<Scribble>(row => row.Id),
        RowColumn.Text<Scribble>(row => row.Text));

    /// <summary>Text that PostgreSQL refuses to store as JSON.</summary>
    public static readonly RowStatement<Scribble> InsertBroken = new(
        "scribbles broken",
        RowExpectation.Any,
        "insert into scribbles (id, text) select id, data ->> 'Text' from unnest($1, $2) as r(id, data)",
        RowColumn.Id<Scribble>(row => row.Id),
        RowColumn.Json<Scribble>(row => row.Text));

    public static Scribble Number(int number, string text = "ink") => new(Note.IdOf(number), text);
}
