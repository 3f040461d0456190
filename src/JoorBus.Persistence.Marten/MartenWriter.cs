using System.Runtime.ExceptionServices;
using JasperFx;
using JoorBus.Persistence.Committing;
using Marten;
using Marten.Services;
using Npgsql;

namespace JoorBus.Persistence.Marten;

/// <summary>Writes a commit that changes documents by one Marten session inside the commit's transaction.</summary>
internal sealed class MartenWriter(IDocumentStore store) : DocumentWriter
{
    public override async Task WriteAsync(NpgsqlTransaction transaction, IReadOnlyList<NpgsqlBatchCommand> rows, IReadOnlyList<DocumentChange> changes)
    {
        // Inserts first, so that a unit may insert a document and change it; the order of tables keeps two commits from crossing.
        MartenChange[] ordered = [.. changes.Cast<MartenChange>().OrderBy(change => !change.IsNew).ThenBy(change => change.Statement, StringComparer.Ordinal)];
        var session = Session.Quiet(store.LightweightSession(SessionOptions.ForTransaction(transaction)));
        await using (session.ConfigureAwait(false))
        {
            session.QueueOperation(new RowsOperation(rows));
            foreach (var alike in ordered.GroupBy(change => change.Statement))
            {
                MartenChange[] group = [.. alike];
                if (!group[0].IsNew)
                {
                    session.QueueOperation(new VersionGuard(group));
                }

                foreach (var change in group)
                {
                    change.Write(session);
                }
            }

            UnitTexts.Use(ordered);
            try
            {
                await session.SaveChangesAsync().ConfigureAwait(false);
            }
            catch (Exception fault)
            {
                Throw(fault, ordered);
                throw;
            }
        }
    }

    private static void Throw(Exception fault, MartenChange[] changes)
    {
        if (fault is AggregateException several)
        {
            fault = several.InnerExceptions[0];
        }

        if (fault is ConcurrencyException)
        {
            throw new DocumentConflictException(Array.Find(changes, change => !change.IsNew)?.Statement ?? changes[0].Statement, fault);
        }

        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            if (cause is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } taken
                && Array.Find(changes, change => change.IsNew && change.Mapping.Table == taken.TableName) is { } inserted)
            {
                throw new DocumentConflictException(inserted.Statement, fault);
            }

            if (cause is NpgsqlException)
            {
                ExceptionDispatchInfo.Throw(cause);
            }
        }
    }
}
