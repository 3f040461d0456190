using Npgsql;

namespace JoorBus.Persistence.Committing;

/// <summary>A change of a document that its adapter writes itself, beside the rows of the unit.</summary>
public abstract class DocumentChange
{
    /// <summary>Named in conflicts, such as <c>mt_doc_note update</c>.</summary>
    public abstract string Statement { get; }
}

/// <summary>Writes the units of one commit that change documents.</summary>
public abstract class DocumentWriter
{
    /// <summary>
    /// Writes the rows, then the changes, inside the transaction and leaves it open. Rows come first, in their order: an inbox entry that is
    /// there already outweighs every other conflict. Throws <see cref="DocumentConflictException"/> when a document is not as it was loaded,
    /// and the server's own <see cref="PostgresException"/> for what the server refuses.
    /// </summary>
    public abstract Task WriteAsync(NpgsqlTransaction transaction, IReadOnlyList<NpgsqlBatchCommand> rows, IReadOnlyList<DocumentChange> changes);
}

/// <summary>A document is not as it was loaded; nothing of the transaction may be kept.</summary>
public sealed class DocumentConflictException(string statement, Exception? cause = null) : Exception($"'{statement}' met another version", cause)
{
    public string Statement { get; } = statement;
}
