using System.Collections.Concurrent;

namespace JoorBus.Persistence.Documents;

/// <summary>One part for each mapped document type, made when it is first asked for.</summary>
internal sealed class PerDocument(IEnumerable<DocumentMapping> mappings)
{
    private readonly Dictionary<Type, DocumentMapping> _mappings = mappings.ToDictionary(mapping => mapping.Type);
    private readonly ConcurrentDictionary<Type, object> _parts = new();

    public TPart Of<T, TPart>(Func<DocumentMapping<T>, TPart> make)
        where T : class, IVersioned
        where TPart : class =>
        (TPart)_parts.GetOrAdd(
            typeof(T),
            type => _mappings.TryGetValue(type, out var mapping)
                ? make((DocumentMapping<T>)mapping)
                : throw new InvalidOperationException($"{type.Name} has no document mapping; register one with AddDocument"));
}
