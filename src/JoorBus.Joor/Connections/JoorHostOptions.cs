namespace JoorBus.Joor;

/// <summary>Addresses of JOOR's two installations, configuration section <c>JoorHosts</c>. The defaults are those that JOOR and its partners publish.</summary>
public sealed class JoorHostOptions
{
    public const string SectionName = "JoorHosts";

    /// <summary>Default api.jooraccess.com, tokens from atlas.jooraccess.com.</summary>
    public JoorHostSet Production { get; set; } = new()
    {
        V2 = "https://api.jooraccess.com/v2",
        V4 = "https://api.jooraccess.com/v4",
        Token = "https://atlas.jooraccess.com/auth/",
    };

    /// <summary>Default apisandbox.jooraccess.com, tokens from atlas-sandbox.jooraccess.com.</summary>
    public JoorHostSet Sandbox { get; set; } = new()
    {
        V2 = "https://apisandbox.jooraccess.com/v2",
        V4 = "https://apisandbox.jooraccess.com/v4",
        Token = "https://atlas-sandbox.jooraccess.com/auth/",
    };

    internal JoorHostSet Of(JoorEnvironment environment) => environment == JoorEnvironment.Sandbox ? Sandbox : Production;
}

/// <summary>Addresses of one installation.</summary>
public sealed class JoorHostSet
{
    /// <summary>Base of v2, without a slash at the end.</summary>
    public string V2 { get; set; } = "";

    /// <summary>Base of v4, without a slash at the end.</summary>
    public string V4 { get; set; } = "";

    /// <summary>Address of the v4 token service, exactly as it is posted to.</summary>
    public string Token { get; set; } = "";
}
