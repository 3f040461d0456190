namespace JoorBus.Hosting;

/// <summary>What a host does. Every role may run in any number of copies.</summary>
[Flags]
public enum HostRoles
{
    None = 0,

    /// <summary>Polls JOOR, translates and tracks orders.</summary>
    Orders = 1,

    /// <summary>Serves the HTTP API.</summary>
    Web = 2,

    All = Orders | Web,
}
