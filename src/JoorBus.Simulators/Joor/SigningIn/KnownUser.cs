namespace JoorBus.Simulators.Joor;

/// <summary>A v4 user and the accounts it reaches.</summary>
internal sealed class KnownUser(JoorSimulatorUser secrets, int ordinal)
{
    /// <summary>Null once the user was taken away.</summary>
    public JoorSimulatorUser? Secrets { get; set; } = secrets;

    public string ClientId { get; } = secrets.ClientId;
    public string Username { get; } = secrets.Username;

    /// <summary>Place among all users, from 0.</summary>
    public int Ordinal { get; } = ordinal;

    public List<JoorAccount> Accounts { get; } = [];
    public AtOnce SigningIn { get; } = new();
    public int Issued { get; set; }
}

/// <summary>A token that a user got. <paramref name="Ordinal"/> counts the user's tokens from 1.</summary>
internal sealed record AccessToken(KnownUser User, int Ordinal, DateTimeOffset EndsAt);
