using System.Text.Json.Serialization;

namespace JoorBus.Simulators.Joor;

/// <summary>With which secret a request came, told by places instead of the secret.</summary>
public sealed record JoorCredential
{
    public required JoorCredentialKind Kind { get; init; }

    /// <summary>v2: place among the account's tokens, from 0, replacements counting on. v4: place among all users, from 0.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The account of a v2 token, also of one taken back; null for v4.</summary>
    public string? AccountId { get; init; }

    /// <summary>v4: which of the user's access tokens, from 1.</summary>
    public int? AccessToken { get; init; }

    /// <summary>False for a token taken back or expired before the request arrived.</summary>
    public required bool IsValid { get; init; }
}

/// <summary>Kind of secret.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JoorCredentialKind>))]
public enum JoorCredentialKind
{
    /// <summary>v2 API token.</summary>
    Token,

    /// <summary>v4 access token of a user.</summary>
    AccessToken,
}
