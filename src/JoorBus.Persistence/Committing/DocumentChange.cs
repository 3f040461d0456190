using Npgsql;

namespace JoorBus.Persistence.Committing;

/// <summary>A change of a document that its adapter writes itself, beside the rows of the unit.</summary>
public abstract class DocumentChange
{
    /// <summary>Named in conflicts, such as <c>mt_doc_note update</c>.</summary>
    public abstract string Statement { get; }
}

/// <summary>Writes the changes of the units of one commit.</summary>
public abstract class DocumentWriter
{
    /// <summary>
    /// Writes inside the transaction and leaves it open. Throws <see cref="DocumentConflictException"/> when a document is not as it was
    /// loaded, and the server's own <see cref="PostgresException"/> for what the server refuses.
    /// </summary>
    public abstract Task WriteAsync(NpgsqlTransaction transaction, IReadOnlyList<DocumentChange> changes);
}

/// <summary>A document is not as it was loaded; nothing of the transaction may be kept.</summary>
public sealed class DocumentConflictException(string statement, Exception? cause = null) : Exception($"'{statement}' met another version", cause)
{
    public string Statement { get; } = statement;
}
