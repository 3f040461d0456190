namespace JoorBus.Joor;

/// <summary>Which of JOOR's APIs a connection speaks.</summary>
public enum JoorApiVersion
{
    /// <summary>v2, "Advanced Integration Suite": a fixed token.</summary>
    V2 = 2,

    /// <summary>v4: account, OAuth client and user.</summary>
    V4 = 4,
}

/// <summary>JOOR's two installations.</summary>
public enum JoorEnvironment
{
    /// <summary>https://api.jooraccess.com</summary>
    Production,

    /// <summary>https://apisandbox.jooraccess.com</summary>
    Sandbox,
}

/// <summary>Format of bodies on the wire.</summary>
public enum JoorFormat
{
    /// <summary>application/json</summary>
    Json,

    /// <summary>application/xml</summary>
    Xml,
}

/// <summary>How JOOR is told that an order was stored.</summary>
public enum JoorExportMark
{
    /// <summary>By a synchronising read of the same page, after its orders are stored.</summary>
    Page,

    /// <summary>Not at all.</summary>
    None,
}

/// <summary>Which API a connection's orders are read through. v4's order filters are known from a live client only.</summary>
public enum JoorOrdersThrough
{
    /// <summary>v2 where the connection has a v2 token, else v4.</summary>
    Auto,

    /// <summary>v2, also on a v4 connection that carries a v2 token.</summary>
    V2,

    /// <summary>v4.</summary>
    V4,
}
