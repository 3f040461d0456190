using System.Data.Common;
using Marten.Internal;
using Marten.Internal.Operations;
using Marten.Storage;
using Npgsql;
using NpgsqlTypes;
using Weasel.Postgresql;

namespace JoorBus.Persistence.Marten;

/// <summary>The rows of a commit, ahead of the documents in the session's own batch: one round trip for both.</summary>
internal sealed class RowsOperation(IReadOnlyList<NpgsqlBatchCommand> rows) : IStorageOperation
{
    private const string End = "rows_end";

    public Type DocumentType => typeof(StorageFeatures);

    public OperationRole Role() => OperationRole.Other;

    public void ConfigureCommand(ICommandBuilder builder, IMartenSession session)
    {
        foreach (var row in rows)
        {
            // The builder writes a placeholder wherever it takes a parameter; the statement has its own ones, so these go into a comment.
            builder.Append("/* ");
            foreach (NpgsqlParameter parameter in row.Parameters)
            {
                builder.AppendParameter(parameter.Value, (NpgsqlDbType?)parameter.NpgsqlDbType);
            }

            builder.Append(" */ ");
            builder.Append(row.CommandText);
            builder.StartNewCommand();
        }

        // The statements of rows are planned anew each time; those in Marten's functions, one call per document, go by key and have one good plan.
        builder.Append($"select set_config('plan_cache_mode', 'force_generic_plan', true) as {End}");
    }

    public void Postprocess(DbDataReader reader, IList<Exception> exceptions)
    {
        while (reader.GetName(0) != End && reader.NextResult())
        {
        }
    }

    // Some rows answer and some do not; the documents' answers come after this one.
    public async Task PostprocessAsync(DbDataReader reader, IList<Exception> exceptions, CancellationToken token)
    {
        while (reader.GetName(0) != End && await reader.NextResultAsync(token).ConfigureAwait(false))
        {
        }
    }
}
