using System.Linq.Expressions;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace JoorBus.Persistence.Documents;

/// <summary>How documents of one type are stored, whichever adapter keeps them: table <c>mt_doc_{alias}</c> in Marten's layout with numeric revisions.</summary>
public abstract class DocumentMapping(Type type, string alias, string idMember, JsonTypeInfo json, IReadOnlyList<DocumentIndex> indexes)
{
    public Type Type { get; } = type;

    /// <summary>Marten's alias of the type.</summary>
    public string Alias { get; } = alias;

    public string Table { get; } = $"mt_doc_{alias}";

    /// <summary>The property that holds the id.</summary>
    public string IdMember { get; } = idMember;

    /// <summary>How the document is written as JSON.</summary>
    public JsonTypeInfo Json { get; } = json;

    public IReadOnlyList<DocumentIndex> Indexes { get; } = indexes;

    /// <summary>Idempotent DDL of the table, as Marten would create it.</summary>
    public string TableSchema() =>
        $"""
        create table if not exists {Table} (
            id uuid not null,
            data jsonb not null,
            mt_last_modified timestamp with time zone default (transaction_timestamp()),
            mt_dotnet_type character varying,
            mt_version integer not null default 0,
            constraint pkey_{Table}_id primary key (id));
        """;

    /// <summary>Idempotent DDL of what a table of either adapter has besides: the storage of <c>data</c> and the indexes.</summary>
    public string IndexSchema() =>
        $"alter table {Table} alter column data set compression lz4;\n" + string.Concat(Indexes.Select(index => index.Schema(Table)));
}

/// <inheritdoc cref="DocumentMapping"/>
public sealed class DocumentMapping<T>(string alias, Expression<Func<T, Guid>> id, JsonTypeInfo<T> json, params DocumentIndex[] indexes)
    : DocumentMapping(typeof(T), alias, ((MemberExpression)id.Body).Member.Name, json, indexes)
    where T : class, IVersioned
{
    internal Func<T, Guid> Id { get; } = id.Compile();

    internal JsonTypeInfo<T> TypedJson { get; } = json;

    /// <summary>An equal document that shares nothing with the given one.</summary>
    public T Copy(T document)
    {
        var copy = JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(document, TypedJson), TypedJson)!;
        copy.Version = document.Version;
        return copy;
    }
}
