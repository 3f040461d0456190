using System.Text.Json;
using JoorBus.Persistence.Committing;

namespace JoorBus.Persistence.Documents;

/// <summary>The statements of one document table.</summary>
internal sealed class DocumentTable<T>
    where T : class, IVersioned
{
    private readonly DocumentMapping<T> mapping;
    private readonly Database database;
    private readonly Coalescer<Guid, T?> loads;

    public DocumentTable(DocumentMapping<T> mapping, Database database)
    {
        this.mapping = mapping;
        this.database = database;
        loads = new Coalescer<Guid, T?>(LoadManyAsync, maxKeys: 200);
        Insert = new RowStatement<Row>(
            $"{mapping.Table} insert",
            RowExpectation.Each,
            $"""
            insert into {mapping.Table} (id, data, mt_last_modified, mt_dotnet_type, mt_version)
            select id, data, transaction_timestamp(), '{typeof(T).FullName}', 1 from unnest($1, $2) as r(id, data)
            on conflict do nothing returning 1
            """,
            RowColumn.Id<Row>(row => row.Id),
            RowColumn.Json<Row>(row => row.Data));
        Update = new RowStatement<Row>(
            $"{mapping.Table} update",
            RowExpectation.Each,
            $"""
            update {mapping.Table} d set data = r.data, mt_version = r.version + 1, mt_last_modified = transaction_timestamp()
            from unnest($1, $2, $3) as r(id, data, version) where d.id = r.id and d.mt_version = r.version returning 1
            """,
            RowColumn.Id<Row>(row => row.Id),
            RowColumn.Json<Row>(row => row.Data),
            RowColumn.Number<Row>(row => row.Version));
        Delete = new RowStatement<Row>(
            $"{mapping.Table} delete",
            RowExpectation.Each,
            $"""
            delete from {mapping.Table} d using unnest($1, $2) as r(id, version) where d.id = r.id and d.mt_version = r.version returning 1
            """,
            RowColumn.Id<Row>(row => row.Id),
            RowColumn.Number<Row>(row => row.Version));
    }

    public RowStatement<Row> Insert { get; }

    public RowStatement<Row> Update { get; }

    public RowStatement<Row> Delete { get; }

    public Task<T?> LoadAsync(Guid id) => loads.GetAsync(id);

    public Row ToRow(T document) => new(mapping.Id(document), document.Version, JsonSerializer.Serialize(document, mapping.TypedJson));

    public async Task<IReadOnlyList<T>> QueryAsync(DocumentIndex index, string value, int limit, CancellationToken cancellationToken)
    {
        var found = new List<T>();
        var command = database.Command($"select data, mt_version from {mapping.Table} where {index.Condition("$1")} limit $2");
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.AddWithValue(value);
            command.Parameters.AddWithValue(limit);
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    found.Add(Read(reader.GetFieldValue<byte[]>(0), reader.GetInt32(1)));
                }
            }
        }

        return found;
    }

    private async Task<Func<Guid, T?>> LoadManyAsync(IReadOnlyList<Guid> ids)
    {
        var found = new Dictionary<Guid, (byte[] Data, int Version)>(ids.Count);
        var command = database.Lookup($"select id, data, mt_version from {mapping.Table} where id = any($1)");
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.AddWithValue(ids as Guid[] ?? [.. ids]);
            var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync().ConfigureAwait(false))
                {
                    found[reader.GetGuid(0)] = (reader.GetFieldValue<byte[]>(1), reader.GetInt32(2));
                }
            }
        }

        // Each caller gets an object of its own: units of work never share a document.
        return id => found.TryGetValue(id, out var row) ? Read(row.Data, row.Version) : null;
    }

    private T Read(byte[] data, int version)
    {
        var document = JsonSerializer.Deserialize(data, mapping.TypedJson)
            ?? throw new InvalidOperationException($"{mapping.Table} holds a document that is JSON null");
        document.Version = version;
        return document;
    }

    internal sealed record Row(Guid Id, int Version, string Data);
}
