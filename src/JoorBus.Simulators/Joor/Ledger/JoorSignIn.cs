namespace JoorBus.Simulators.Joor;

/// <summary>One request for a v4 access token.</summary>
public sealed record JoorSignIn
{
    /// <summary>Number of the request.</summary>
    public required long Request { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Place among all users, from 0; null when the user is not known.</summary>
    public int? UserOrdinal { get; init; }

    /// <summary>The token issued, from 1 for each user; null when it was refused.</summary>
    public int? AccessToken { get; init; }

    /// <summary>Sign-ins of the same user that were under way, this one included.</summary>
    public int AtOnce { get; init; }
}
