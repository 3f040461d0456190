namespace JoorBus.Configuring;

/// <summary>The broker's URI with a password that is kept apart from it.</summary>
internal static class BrokerAddress
{
    /// <summary>What is no URI stays as it is, for the sentence about it.</summary>
    public static string? Of(string? uri, string? password) =>
        password is null || !Uri.TryCreate(uri, UriKind.Absolute, out var address)
            ? uri
            : new UriBuilder(address) { Password = Uri.EscapeDataString(password) }.Uri.AbsoluteUri;
}
