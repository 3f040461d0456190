namespace JoorBus.Joor;

/// <summary>From how a probe ended to what a person should know and do.</summary>
internal static class JoorTestFindings
{
    public static JoorTestKind Kind(JoorAnswer<bool> answer) => answer switch
    {
        JoorAnswer<bool>.Accepted => JoorTestKind.Good,
        JoorAnswer<bool>.Unauthorised denied => Kind(denied.Denial),
        JoorAnswer<bool>.Unreachable away => Kind(away.Obstacle),
        JoorAnswer<bool>.NotFound nothing when nothing.Words.Contains("account", StringComparison.OrdinalIgnoreCase) => JoorTestKind.AccountNotFound,
        JoorAnswer<bool>.NotFound or JoorAnswer<bool>.Unreadable => JoorTestKind.NotJoor,
        JoorAnswer<bool>.Refused { HttpStatus: >= 300 and < 400 } => JoorTestKind.NotJoor,
        JoorAnswer<bool>.Throttled => JoorTestKind.Throttled,
        JoorAnswer<bool>.OutcomeUnknown => JoorTestKind.NoAnswer,
        JoorAnswer<bool>.Failed => JoorTestKind.JoorFailed,
        _ => JoorTestKind.Refused,
    };

    public static string? Advice(JoorTestKind kind, JoorConnectionOptions options) => kind switch
    {
        JoorTestKind.Good => null,
        JoorTestKind.Incomplete => "Set what is missing, then test again.",
        JoorTestKind.TokenRefused => $"Replace the token by the one that JOOR gave for {Name(options.Environment)}, or ask JOOR whether it was deactivated.",
        JoorTestKind.LoginRefused => $"Correct ClientId, ClientSecret, Username or Password; those for {Name(options.Environment)} differ from those for {Name(options.Elsewhere().Environment)}.",
        JoorTestKind.WrongEnvironment => $"Set Environment to {Name(options.Elsewhere().Environment)}, or use credentials for {Name(options.Environment)}.",
        JoorTestKind.AccountNotFound => "Correct AccountId; JOOR's integrations team knows it.",
        JoorTestKind.NoRight => "Ask JOOR to give this user or token the right to the account and its orders.",
        JoorTestKind.UntrustedCertificate => "If the certificate is right, trust it for this connection with --trust-certificate FILE; else correct BaseUrl.",
        JoorTestKind.TlsFailed => "Check that BaseUrl and TokenUrl are https addresses and that no proxy breaks TLS open.",
        JoorTestKind.HostNotFound => "Correct BaseUrl or TokenUrl, or this machine's DNS.",
        JoorTestKind.NoConnection => "Check BaseUrl and port, firewalls, and the proxy settings of this machine (HTTPS_PROXY).",
        JoorTestKind.NoAnswer => "Test again; if it stays, see https://status.joor.com and the network between.",
        JoorTestKind.NotJoor => "Correct BaseUrl: it ends in /v2 or /v4, and no login page or proxy may stand in between.",
        JoorTestKind.Throttled => "Test again after that time; the account's credits are used up.",
        JoorTestKind.JoorFailed => "Test again later; see https://status.joor.com if it lasts.",
        _ => "Ask JOOR's support, with the log id if there is one.",
    };

    public static string Name(JoorEnvironment environment) => environment == JoorEnvironment.Sandbox ? "sandbox" : "production";

    private static JoorTestKind Kind(JoorDenial denial) => denial switch
    {
        JoorDenial.Login => JoorTestKind.LoginRefused,
        JoorDenial.Right => JoorTestKind.NoRight,
        JoorDenial.Missing => JoorTestKind.Incomplete,
        _ => JoorTestKind.TokenRefused,
    };

    private static JoorTestKind Kind(JoorObstacle obstacle) => obstacle switch
    {
        JoorObstacle.Certificate => JoorTestKind.UntrustedCertificate,
        JoorObstacle.Tls => JoorTestKind.TlsFailed,
        JoorObstacle.HostName => JoorTestKind.HostNotFound,
        JoorObstacle.Login => JoorTestKind.JoorFailed,
        _ => JoorTestKind.NoConnection,
    };
}
