using System.Text.Json.Serialization.Metadata;

namespace JoorBus.Persistence.Documents;

/// <summary>How documents of one type are stored: table <c>mt_doc_{alias}</c> in Marten's layout with numeric revisions.</summary>
public abstract class DocumentMapping(Type type, string alias, IReadOnlyList<DocumentIndex> indexes)
{
    public Type Type { get; } = type;

    public string Table { get; } = $"mt_doc_{alias}";

    public IReadOnlyList<DocumentIndex> Indexes { get; } = indexes;

    /// <summary>Idempotent DDL, as Marten would create it.</summary>
    public string Schema() =>
        $"""
        create table if not exists {Table} (
            id uuid not null,
            data jsonb not null,
            mt_last_modified timestamp with time zone default (transaction_timestamp()),
            mt_dotnet_type character varying,
            mt_version integer not null default 0,
            constraint pkey_{Table}_id primary key (id));
        alter table {Table} alter column data set compression lz4;
        """ + string.Concat(Indexes.Select(index => index.Schema(Table)));
}

/// <inheritdoc cref="DocumentMapping"/>
public sealed class DocumentMapping<T>(string alias, Func<T, Guid> id, JsonTypeInfo<T> json, params DocumentIndex[] indexes)
    : DocumentMapping(typeof(T), alias, indexes)
    where T : class, IVersioned
{
    internal Func<T, Guid> Id { get; } = id;

    internal JsonTypeInfo<T> Json { get; } = json;
}
