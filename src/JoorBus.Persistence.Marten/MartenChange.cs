using System.Runtime.CompilerServices;
using System.Text.Json;
using JoorBus.Persistence.Committing;
using JoorBus.Persistence.Documents;
using Marten;

namespace JoorBus.Persistence.Marten;

/// <summary>A change that is written by a Marten session.</summary>
internal abstract class MartenChange(DocumentMapping mapping, string verb, Guid id, int version, object? document = null) : DocumentChange
{
    public DocumentMapping Mapping { get; } = mapping;

    public override string Statement { get; } = $"{mapping.Table} {verb}";

    public Guid Id { get; } = id;

    /// <summary>As loaded; 0 for a new document.</summary>
    public int Version { get; } = version;

    /// <summary>Stands for the caller's object in the session, which sets its revision; null where nothing is stored.</summary>
    public object? Document { get; } = document is null ? null : Twin(document);

    /// <summary>The caller's object as it is now, whatever becomes of it before the commit.</summary>
    public string? Text { get; } = document is null ? null : JsonSerializer.Serialize(document, mapping.Json);

    public virtual bool IsNew => false;

    public abstract void Write(IDocumentSession session);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "MemberwiseClone")]
    private static extern object Twin(object document);
}

internal sealed class InsertedDocument<T>(DocumentMapping<T> mapping, T document) : MartenChange(mapping, "insert", mapping.Id(document), 0, document)
    where T : class, IVersioned
{
    public override bool IsNew => true;

    public override void Write(IDocumentSession session) => session.Insert((T)Document!);
}

internal sealed class UpdatedDocument<T>(DocumentMapping<T> mapping, T document)
    : MartenChange(mapping, "update", mapping.Id(document), document.Version, document)
    where T : class, IVersioned
{
    public override void Write(IDocumentSession session) => session.UpdateRevision((T)Document!, Version + 1);
}

internal sealed class DeletedDocument<T>(DocumentMapping<T> mapping, T document) : MartenChange(mapping, "delete", mapping.Id(document), document.Version)
    where T : class, IVersioned
{
    public override void Write(IDocumentSession session) => session.HardDelete<T>(Id);
}
