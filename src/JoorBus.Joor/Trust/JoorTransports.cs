using System.Collections.Concurrent;
using System.Net;

namespace JoorBus.Joor;

/// <summary>Connection pools to JOOR: one for the machine's trust, one more for each certificate that a connection trusts by itself.</summary>
internal sealed class JoorTransports : IDisposable
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PoolLifetime = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Lazy<HttpMessageInvoker>> _byCertificate = new(StringComparer.Ordinal);

    public HttpMessageInvoker For(JoorConnectionOptions options) =>
        _byCertificate.GetOrAdd(options.TrustedCertificate ?? "", static pem => new Lazy<HttpMessageInvoker>(() => Open(pem))).Value;

    public void Dispose()
    {
        foreach (var opened in _byCertificate.Values.Where(transport => transport.IsValueCreated))
            opened.Value.Dispose();
    }

    private static HttpMessageInvoker Open(string pem)
    {
        var trust = new JoorTrust(pem.Length == 0 ? null : JoorCertificateText.Parse(pem).Certificate);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = ConnectTimeout,
            PooledConnectionLifetime = PoolLifetime,
        };
        handler.SslOptions.RemoteCertificateValidationCallback = trust.Check;
        return new HttpMessageInvoker(handler);
    }
}
