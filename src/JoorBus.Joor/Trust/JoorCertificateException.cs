using System.Security.Authentication;

namespace JoorBus.Joor;

/// <summary>Which certificate was refused and why; carried out of the TLS handshake.</summary>
internal sealed class JoorCertificateException(string which, string why, bool canBeTrusted) : AuthenticationException($"{which} {why}")
{
    public string Advise(string connection) => canBeTrusted
        ? $"its TLS certificate is not trusted: {Message}; if that is JOOR's or your own proxy's, trust it for this connection only: joorbus connections set {Quote(connection)} --trust-certificate FILE (its PEM, or its authority's; for one from configuration its TRUSTEDCERTIFICATEFILE)"
        : $"its TLS certificate is not trusted: {Message}; trusting it would not help, check BaseUrl or ask whoever runs that host";

    private static string Quote(string name) => name.Contains(' ', StringComparison.Ordinal) ? $"\"{name}\"" : name;
}
