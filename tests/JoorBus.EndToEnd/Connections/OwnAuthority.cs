using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace JoorBus.EndToEnd.Connections;

/// <summary>A company's own certificate authority, and a certificate it gave this machine.</summary>
internal sealed class OwnAuthority : IDisposable
{
    private readonly X509Certificate2 _authority;

    private OwnAuthority(X509Certificate2 authority, X509Certificate2 server) => (_authority, Server) = (authority, server);

    /// <summary>For 127.0.0.1, with its key.</summary>
    public X509Certificate2 Server { get; }

    /// <summary>PEM of the authority.</summary>
    public string Pem => _authority.ExportCertificatePem();

    public static OwnAuthority Create()
    {
        var today = TimeProvider.System.GetUtcNow();
        using var authorityKey = RSA.Create(2048);
        var ofAuthority = new CertificateRequest("CN=Acme internal CA", authorityKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        ofAuthority.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        ofAuthority.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        var authority = ofAuthority.CreateSelfSigned(today.AddDays(-2), today.AddDays(2));

        using var serverKey = RSA.Create(2048);
        var ofServer = new CertificateRequest("CN=joor-proxy.acme.example", serverKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        ofServer.CertificateExtensions.Add(names.Build());
        ofServer.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        using var server = ofServer.Create(authority, today.AddDays(-1), today.AddDays(1), [1, 2, 3, 4, 5, 6, 7, 8]);
        return new OwnAuthority(authority, server.CopyWithPrivateKey(serverKey));
    }

    public void Dispose()
    {
        Server.Dispose();
        _authority.Dispose();
    }
}
