using Npgsql;

namespace JoorBus.Persistence.Committing;

/// <summary>What a statement must have done for its unit of work to commit.</summary>
public enum RowExpectation
{
    /// <summary>Any number of rows.</summary>
    Any,

    /// <summary>Exactly one row written for each row given; otherwise nothing of the unit is kept.</summary>
    Each,
}

/// <summary>
/// A data-modifying SQL statement over <c>unnest($1, $2 …)</c> that writes many rows at once, whichever units of work they come from.
/// With <see cref="RowExpectation.Each"/> the SQL must end in <c>returning 1</c>.
/// </summary>
public abstract class RowStatement(string name, int rank)
{
    /// <summary>Named in conflicts.</summary>
    public string Name { get; } = name;

    /// <summary>Lower ranks run first within a commit.</summary>
    internal int Rank { get; } = rank;

    internal abstract RowBuffer NewBuffer();
}

/// <inheritdoc cref="RowStatement"/>
public sealed class RowStatement<TRow>(string name, RowExpectation expectation, string sql, params RowColumn<TRow>[] columns)
    : RowStatement(name, RankOf(name))
    where TRow : class
{
    private readonly string text = expectation == RowExpectation.Any
        ? sql
        : $"with written as ({sql}) select expect_rows('{name}', (select count(*) from written), ${columns.Length + 1})";

    internal override RowBuffer NewBuffer() => new Buffer(this);

    private static int RankOf(string name) => name == Inbox.InboxEntry.StatementName ? 0 : 1;

    private sealed class Buffer(RowStatement<TRow> statement) : RowBuffer
    {
        private readonly List<TRow> rows = [];

        public override void Add(object row) => rows.Add((TRow)row);

        public override NpgsqlBatchCommand ToCommand()
        {
            var command = new NpgsqlBatchCommand(statement.text);
            foreach (var column in statement.columns)
            {
                command.Parameters.Add(column.ToParameter(rows));
            }

            if (statement.expectation == RowExpectation.Each)
            {
                command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = rows.Count });
            }

            return command;
        }
    }

    private readonly RowColumn<TRow>[] columns = columns;
    private readonly RowExpectation expectation = expectation;
}

internal abstract class RowBuffer
{
    public abstract void Add(object row);

    public abstract NpgsqlBatchCommand ToCommand();
}
