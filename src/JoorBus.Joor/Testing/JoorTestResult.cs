namespace JoorBus.Joor;

/// <summary>What a test of a connection found.</summary>
/// <param name="Kind">One word for programs.</param>
/// <param name="Sentence">What happened.</param>
/// <param name="Advice">What to do next; null when the connection is good.</param>
/// <param name="CreditsSpent">Credits that JOOR counted for the test.</param>
public sealed record JoorTestResult(JoorTestKind Kind, string Sentence, string? Advice, int CreditsSpent)
{
    public bool IsGood => Kind == JoorTestKind.Good;

    /// <summary>JOOR's id of the account it counted the test for; null when it did not say.</summary>
    public string? Account { get; init; }
}

/// <summary>Every way a test can end; programs may store the names.</summary>
public enum JoorTestKind
{
    /// <summary>JOOR let it in, and what answered is JOOR.</summary>
    Good,

    /// <summary>Credentials for the API version are missing or malformed; nothing was sent.</summary>
    Incomplete,

    /// <summary>401 to the token.</summary>
    TokenRefused,

    /// <summary>The v4 token service refused client or user.</summary>
    LoginRefused,

    /// <summary>Refused here, accepted by JOOR's other installation.</summary>
    WrongEnvironment,

    /// <summary>JOOR does not know the account, or the token belongs to another one.</summary>
    AccountNotFound,

    /// <summary>403: known, but not allowed to read orders or price types.</summary>
    NoRight,

    /// <summary>The certificate's authority is not trusted, or the certificate is wrong for the host.</summary>
    UntrustedCertificate,

    /// <summary>TLS failed for another reason.</summary>
    TlsFailed,

    /// <summary>No such host.</summary>
    HostNotFound,

    /// <summary>Nothing listens, or a firewall or proxy is in the way.</summary>
    NoConnection,

    /// <summary>Connected, but no whole answer in time.</summary>
    NoAnswer,

    /// <summary>Something else than JOOR's API answers at this address.</summary>
    NotJoor,

    /// <summary>No credits: used up here, or 429.</summary>
    Throttled,

    /// <summary>5xx, or the token service failed.</summary>
    JoorFailed,

    /// <summary>JOOR refused the request itself.</summary>
    Refused,
}
