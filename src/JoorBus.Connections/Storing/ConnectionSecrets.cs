using JoorBus.Joor;

namespace JoorBus.Connections.Storing;

/// <summary>The fields of a connection that are secret, by their names in JSON.</summary>
public static class ConnectionSecrets
{
    public const string Token = "token";
    public const string ClientSecret = "clientSecret";
    public const string Password = "password";

    public static IReadOnlyList<string> All { get; } = [Token, ClientSecret, Password];

    public static string? Read(JoorConnectionOptions options, string field) => field switch
    {
        Token => options.Token,
        ClientSecret => options.ClientSecret,
        Password => options.Password,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "not a secret field"),
    };

    public static void Write(JoorConnectionOptions options, string field, string? secret)
    {
        switch (field)
        {
            case Token: options.Token = secret; break;
            case ClientSecret: options.ClientSecret = secret; break;
            case Password: options.Password = secret; break;
            default: throw new ArgumentOutOfRangeException(nameof(field), field, "not a secret field");
        }
    }
}
