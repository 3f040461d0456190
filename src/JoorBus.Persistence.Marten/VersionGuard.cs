using System.Data.Common;
using Marten.Internal;
using Marten.Internal.Operations;
using NpgsqlTypes;
using Weasel.Postgresql;

namespace JoorBus.Persistence.Marten;

/// <summary>
/// Locks the documents that changes of one kind were loaded from, and stops the transaction when one is gone or newer. Marten's own check
/// of revisions stores a deleted document again and does not look at revisions when it deletes.
/// </summary>
internal sealed class VersionGuard(IReadOnlyList<MartenChange> changes) : IStorageOperation
{
    public Type DocumentType => changes[0].Mapping.Type;

    public OperationRole Role() => OperationRole.Other;

    public void ConfigureCommand(ICommandBuilder builder, IMartenSession session)
    {
        builder.Append($"select expect_rows('{changes[0].Statement}', (select count(*) from (select 1 from unnest(");
        builder.AppendParameter<Guid[]>([.. changes.Select(change => change.Id)], NpgsqlDbType.Array | NpgsqlDbType.Uuid);
        builder.Append(", ");
        builder.AppendParameter<int[]>([.. changes.Select(change => change.Version)], NpgsqlDbType.Array | NpgsqlDbType.Integer);
        builder.Append($") as r(id, version) join {changes[0].Mapping.Table} d on d.id = r.id and d.mt_version = r.version for update of d) held), ");
        builder.AppendParameter(changes.Count, NpgsqlDbType.Integer);
        builder.Append(")");
    }

    public void Postprocess(DbDataReader reader, IList<Exception> exceptions)
    {
    }

    public Task PostprocessAsync(DbDataReader reader, IList<Exception> exceptions, CancellationToken token) => Task.CompletedTask;
}
