using JoorBus.Connections.Storing;
using JoorBus.Joor;

namespace JoorBus.Connections.Cataloguing;

/// <summary>Whether a connection is used, and why not.</summary>
public enum ConnectionState
{
    /// <summary>Stored and in use.</summary>
    Enabled,

    /// <summary>Stored, and switched off by a person.</summary>
    Disabled,

    /// <summary>Given by configuration and in use; changed there, with a restart.</summary>
    FromConfiguration,

    /// <summary>Stored, and not used because configuration gives a connection of the same name or key.</summary>
    HiddenByConfiguration,

    /// <summary>Stored, and not used because no master key opens its secrets.</summary>
    SecretsCannotBeOpened,
}

/// <summary>A connection as this process knows it.</summary>
public sealed record CataloguedConnection(string Key, string Name, ConnectionState State)
{
    /// <summary>Null for one from configuration. Its secrets are sealed.</summary>
    public StoredConnection? Stored { get; init; }

    /// <summary>With secrets; null unless it is in use.</summary>
    public JoorConnectionOptions? Options { get; init; }

    /// <summary>Set where secrets cannot be opened: the key they are sealed with.</summary>
    public string? MissingKeyId { get; init; }

    public int Revision => Stored?.Version ?? 0;

    /// <summary>Everything but secrets.</summary>
    public JoorConnectionOptions Settings => Stored?.Settings ?? Options!;

    /// <summary>Never the options: they hold secrets.</summary>
    public override string ToString() => $"connection '{Name}' ({State})";
}
