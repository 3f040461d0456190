namespace JoorBus.Joor;

/// <summary>Why a request was never sent.</summary>
public enum JoorObstacle
{
    /// <summary>No connection to the host, or none through the proxy.</summary>
    Network,

    /// <summary>The host's name is not known.</summary>
    HostName,

    /// <summary>The host's certificate is not trusted.</summary>
    Certificate,

    /// <summary>TLS could not be agreed for another reason.</summary>
    Tls,

    /// <summary>The v4 token service gave no token, without saying that the credentials are wrong.</summary>
    Login,

    /// <summary>Too many failures lately; nothing is sent for a while.</summary>
    Pause,

    /// <summary>The connection is unknown, removed or disabled.</summary>
    Settings,
}

/// <summary>What JOOR refused.</summary>
public enum JoorDenial
{
    /// <summary>The token, v2's own or the one v4's login gave (401).</summary>
    Token,

    /// <summary>The right to do this (403).</summary>
    Right,

    /// <summary>Client or user, at the v4 login.</summary>
    Login,

    /// <summary>Nothing: the connection has no credentials for this API version, and nothing was sent.</summary>
    Missing,
}
