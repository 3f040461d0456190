using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using JoorBus.Persistence.Documents;
using Marten;
using Marten.Services;
using Weasel.Core;

namespace JoorBus.Persistence.Marten;

/// <summary>Writes each mapped document as its mapping says; everything else as Marten does by default, with enums as text.</summary>
internal sealed class MappedSerializer(IEnumerable<DocumentMapping> mappings) : ISerializer
{
    private readonly Dictionary<Type, JsonTypeInfo> _mapped = mappings.ToDictionary(mapping => mapping.Type, mapping => mapping.Json);
    private readonly SystemTextJsonSerializer _others = new() { EnumStorage = EnumStorage.AsString };

    public EnumStorage EnumStorage => EnumStorage.AsString;

    public Casing Casing => Casing.Default;

    public ValueCasting ValueCasting => _others.ValueCasting;

    public string ToJson(object? document) =>
        document is not null && _mapped.TryGetValue(document.GetType(), out var json)
            ? UnitTexts.Of(document) ?? JsonSerializer.Serialize(document, json)
            : _others.ToJson(document);

    public string ToCleanJson(object? document) =>
        document is not null && _mapped.ContainsKey(document.GetType()) ? ToJson(document) : _others.ToCleanJson(document);

    public string ToJsonWithTypes(object document) => _others.ToJsonWithTypes(document);

    public T FromJson<T>(Stream stream) =>
        _mapped.TryGetValue(typeof(T), out var json) ? (T)JsonSerializer.Deserialize(stream, json)! : _others.FromJson<T>(stream);

    public T FromJson<T>(DbDataReader reader, int index) =>
        _mapped.TryGetValue(typeof(T), out var json) ? (T)Read(reader, index, json) : _others.FromJson<T>(reader, index);

    public async ValueTask<T> FromJsonAsync<T>(Stream stream, CancellationToken cancellationToken = default) =>
        _mapped.TryGetValue(typeof(T), out var json)
            ? (T)(await JsonSerializer.DeserializeAsync(stream, json, cancellationToken).ConfigureAwait(false))!
            : await _others.FromJsonAsync<T>(stream, cancellationToken).ConfigureAwait(false);

    public ValueTask<T> FromJsonAsync<T>(DbDataReader reader, int index, CancellationToken cancellationToken = default) =>
        _mapped.TryGetValue(typeof(T), out var json) ? new((T)Read(reader, index, json)) : _others.FromJsonAsync<T>(reader, index, cancellationToken);

    public object FromJson(Type type, Stream stream) =>
        _mapped.TryGetValue(type, out var json) ? JsonSerializer.Deserialize(stream, json)! : _others.FromJson(type, stream);

    public object FromJson(Type type, DbDataReader reader, int index) =>
        _mapped.TryGetValue(type, out var json) ? Read(reader, index, json) : _others.FromJson(type, reader, index);

    public async ValueTask<object> FromJsonAsync(Type type, Stream stream, CancellationToken cancellationToken = default) =>
        _mapped.TryGetValue(type, out var json)
            ? (await JsonSerializer.DeserializeAsync(stream, json, cancellationToken).ConfigureAwait(false))!
            : await _others.FromJsonAsync(type, stream, cancellationToken).ConfigureAwait(false);

    public ValueTask<object> FromJsonAsync(Type type, DbDataReader reader, int index, CancellationToken cancellationToken = default) =>
        _mapped.TryGetValue(type, out var json) ? new(Read(reader, index, json)) : _others.FromJsonAsync(type, reader, index, cancellationToken);

    // A row is in memory whole by the time it is read.
    private static object Read(DbDataReader reader, int index, JsonTypeInfo json) =>
        JsonSerializer.Deserialize(reader.GetFieldValue<byte[]>(index), json)
        ?? throw new InvalidOperationException($"a stored {json.Type.Name} is JSON null");
}
