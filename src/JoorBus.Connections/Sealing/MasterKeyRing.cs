using System.Diagnostics.CodeAnalysis;

namespace JoorBus.Connections.Sealing;

/// <summary>A master key. <paramref name="Bytes"/> is a secret.</summary>
internal sealed record MasterKey(string Id, byte[] Bytes)
{
    public override string ToString() => $"master key '{Id}'";
}

/// <summary>The master keys of one moment: the first seals, all open.</summary>
internal sealed class MasterKeyRing(IReadOnlyList<MasterKey> keys)
{
    public static readonly MasterKeyRing Empty = new([]);

    private readonly Dictionary<string, MasterKey> _byId = keys.ToDictionary(key => key.Id, StringComparer.Ordinal);

    /// <summary>Null when there is no key at all.</summary>
    public MasterKey? Sealing { get; } = keys.Count > 0 ? keys[0] : null;

    public bool TryFind(string id, [NotNullWhen(true)] out MasterKey? key) => _byId.TryGetValue(id, out key);
}
