using JoorBus.Persistence.Committing;
using JoorBus.Persistence.Documents;
using Marten;

namespace JoorBus.Persistence.Marten;

/// <summary>A change that is written by a Marten session.</summary>
internal abstract class MartenChange(DocumentMapping mapping, string verb, Guid id, int version) : DocumentChange
{
    public DocumentMapping Mapping { get; } = mapping;

    public override string Statement { get; } = $"{mapping.Table} {verb}";

    public Guid Id { get; } = id;

    /// <summary>As loaded; 0 for a new document.</summary>
    public int Version { get; } = version;

    public virtual bool IsNew => false;

    public abstract void Write(IDocumentSession session);
}

internal sealed class InsertedDocument<T>(DocumentMapping<T> mapping, T document) : MartenChange(mapping, "insert", mapping.Id(document), 0)
    where T : class, IVersioned
{
    // As it is now, whatever becomes of the caller's object before the commit; and Marten may set its revision.
    private readonly T _document = mapping.Copy(document);

    public override bool IsNew => true;

    public override void Write(IDocumentSession session) => session.Insert(_document);
}

internal sealed class UpdatedDocument<T>(DocumentMapping<T> mapping, T document) : MartenChange(mapping, "update", mapping.Id(document), document.Version)
    where T : class, IVersioned
{
    private readonly T _document = mapping.Copy(document);

    public override void Write(IDocumentSession session) => session.UpdateRevision(_document, Version + 1);
}

internal sealed class DeletedDocument<T>(DocumentMapping<T> mapping, T document) : MartenChange(mapping, "delete", mapping.Id(document), document.Version)
    where T : class, IVersioned
{
    public override void Write(IDocumentSession session) => session.HardDelete<T>(Id);
}
