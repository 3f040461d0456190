using System.Text.Json.Nodes;

namespace JoorBus.Commands;

/// <summary>Asks a person for what a new connection still lacks.</summary>
internal static class ConnectionQuestions
{
    public static void AskMissing(JsonObject settings, Dictionary<string, string?> secrets)
    {
        Ask(settings, "name", "Name (1 to 64 letters, digits, inner spaces . _ -)");
        Ask(settings, "apiVersion", "API version, v2 or v4 [v2]");
        Ask(settings, "environment", "Environment, production or sandbox [production]");
        if (settings["apiVersion"]?.ToString().Equals("v4", StringComparison.OrdinalIgnoreCase) != true)
        {
            AskSecret(secrets, "token", "Token");
            return;
        }

        Ask(settings, "accountId", "JOOR account id");
        Ask(settings, "clientId", "OAuth client id");
        AskSecret(secrets, "clientSecret", "OAuth client secret");
        Ask(settings, "username", "User name");
        AskSecret(secrets, "password", "Password");
        AskSecret(secrets, "token", "v2 token, if there is one too");
    }

    private static void Ask(JsonObject settings, string field, string question)
    {
        if (!settings.ContainsKey(field) && Terminal.Ask(question) is { } answer)
            settings[field] = answer;
    }

    private static void AskSecret(Dictionary<string, string?> secrets, string field, string question)
    {
        if (!secrets.ContainsKey(field) && Terminal.AskSecret(question) is { } secret)
            secrets[field] = secret;
    }
}
