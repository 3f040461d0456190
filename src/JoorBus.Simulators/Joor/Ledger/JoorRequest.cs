using System.Text.Json.Serialization;

namespace JoorBus.Simulators.Joor;

/// <summary>One request as the stand-in saw it. Headers, and so tokens, are not kept.</summary>
public sealed record JoorRequest
{
    /// <summary>From 1, in order of arrival.</summary>
    public required long Number { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Null when the token was not known.</summary>
    public string? AccountId { get; init; }

    public required string Method { get; init; }

    public required string PathAndQuery { get; init; }

    /// <summary>HTTP status; 0 when the connection was dropped instead.</summary>
    public int Status { get; init; }

    /// <summary>Credits spent.</summary>
    public int Credits { get; init; }

    /// <summary>Number of the account's credit window; null when no account was found.</summary>
    public int? Window { get; init; }

    /// <summary>With which secret it came; null for none or an unknown one.</summary>
    public JoorCredential? Credential { get; init; }

    /// <summary>Place of the token or user it came with, see <see cref="JoorCredential.Ordinal"/>.</summary>
    [JsonIgnore]
    public int? CredentialOrdinal => Credential?.Ordinal;

    /// <summary>Requests of the account that were under way when it arrived, itself included; 0 when it was not let in.</summary>
    public int AtOnce { get; init; }

    /// <summary>Whether it was answered with 429 because the credits were spent.</summary>
    public bool IsOverBudget { get; init; }

    /// <summary>Whether it was answered with 429 because too many were under way.</summary>
    public bool IsOverConcurrency { get; init; }

    public JoorFaultKind? Fault { get; init; }

    /// <summary>Orders that were read for the answer, also when the answer was then lost.</summary>
    public int OrdersRead { get; init; }

    /// <summary>Orders that the request marked exported.</summary>
    public int OrdersMarked { get; init; }

    /// <summary>Elements of a bulk call that were taken, and that were refused.</summary>
    public int ItemsAccepted { get; init; }

    public int ItemsRefused { get; init; }

    [JsonIgnore]
    public bool IsDropped => Status == 0;
}
