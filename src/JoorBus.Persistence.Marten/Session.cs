using Marten;
using Marten.Services;
using Npgsql;

namespace JoorBus.Persistence.Marten;

internal static class Session
{
    // Conflicts are part of the work and told as outcomes; Marten would log each as an error.
    public static TSession Quiet<TSession>(TSession session)
        where TSession : IQuerySession
    {
        session.Logger = Silence.Instance;
        return session;
    }

    private sealed class Silence : IMartenSessionLogger
    {
        public static readonly Silence Instance = new();

        public void LogSuccess(NpgsqlCommand command)
        {
        }

        public void LogFailure(NpgsqlCommand command, Exception ex)
        {
        }

        public void LogSuccess(NpgsqlBatch batch)
        {
        }

        public void LogFailure(NpgsqlBatch batch, Exception ex)
        {
        }

        public void LogFailure(Exception ex, string message)
        {
        }

        public void RecordSavedChanges(IDocumentSession session, IChangeSet commit)
        {
        }

        public void OnBeforeExecute(NpgsqlCommand command)
        {
        }

        public void OnBeforeExecute(NpgsqlBatch batch)
        {
        }
    }
}
