using System.Text.Json.Serialization;
using JoorBus.Joor;
using JoorBus.Persistence;
using JoorBus.Persistence.Documents;

namespace JoorBus.Connections.Storing;

/// <summary>A connection that people set up while hosts run. Its version is the revision that requests carry.</summary>
public sealed class StoredConnection : IVersioned
{
    private static readonly Guid Scope = new("0f0a5ae1-3a63-5b0e-8f6b-6a9f2b1c7d54");

    public required Guid Id { get; init; }

    /// <summary>Stable identity: the first name, with a suffix when that key was ever used.</summary>
    public required string Key { get; init; }

    /// <summary>What people see; unique without regard to case among living connections.</summary>
    public required string Name { get; set; }

    /// <summary>Everything but name, key, revision and secrets, which are never set here.</summary>
    public JoorConnectionOptions Settings { get; set; } = new();

    /// <summary>Sealed secrets by field name, see <see cref="ConnectionSecrets"/>.</summary>
    public Dictionary<string, string> Secrets { get; set; } = [];

    public bool IsEnabled { get; set; } = true;

    /// <summary>A removed connection stays as a tombstone, so that its key is never given to another one.</summary>
    public bool IsRemoved { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ChangedAt { get; set; }

    [JsonIgnore]
    public int Version { get; set; }

    /// <summary>As options, without secrets.</summary>
    public JoorConnectionOptions ToOptions()
    {
        var options = SettingsJson.Copy(Settings);
        (options.Name, options.Key, options.Revision) = (Name, Key, Version);
        return options;
    }

    /// <summary>The document's id follows from its key, so that two hosts can never store one key twice.</summary>
    public static Guid IdOf(string key) => NameBasedGuid.Create(Scope, key.ToLowerInvariant());
}
