namespace JoorBus.Simulators.Joor;

/// <summary>What a v4 user signs in with.</summary>
public sealed record JoorSimulatorUser
{
    public required string ClientId { get; init; }

    public required string ClientSecret { get; init; }

    public required string Username { get; init; }

    public required string Password { get; init; }

    public override string ToString() => $"{nameof(JoorSimulatorUser)} {ClientId} {Username}";
}
