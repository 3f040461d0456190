using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace JoorBus.Joor;

/// <summary>Certificates in words, and from PEM.</summary>
internal static class JoorCertificateText
{
    private const int ShownThumbprint = 16;
    private const int LongestName = 120;

    public static string Of(X509Certificate2 certificate) => string.Create(
        CultureInfo.InvariantCulture,
        $"'{Name(certificate.Subject)}' issued by '{Name(certificate.Issuer)}', valid until {certificate.NotAfter.ToUniversalTime():yyyy-MM-dd}, SHA-256 {certificate.GetCertHashString(HashAlgorithmName.SHA256)[..ShownThumbprint]}…");

    /// <summary>The one certificate in a PEM text, or what is wrong with the text.</summary>
    public static (X509Certificate2? Certificate, string? Fault) Parse(string pem)
    {
        if (pem.Contains("PRIVATE KEY", StringComparison.Ordinal))
            return (null, "holds a private key");
        var found = new X509Certificate2Collection();
        try
        {
            found.ImportFromPem(pem);
        }
        catch (CryptographicException)
        {
            return (null, "cannot be read as PEM");
        }
        if (found.Count == 1)
            return (found[0], null);
        foreach (var certificate in found)
            certificate.Dispose();
        return (null, found.Count == 0 ? "holds no certificate" : string.Create(CultureInfo.InvariantCulture, $"holds {found.Count} certificates"));
    }

    // What a stranger's certificate says is shown as one short printable line.
    private static string Name(string name) => JoorExcerpt.Line(name, LongestName);
}
