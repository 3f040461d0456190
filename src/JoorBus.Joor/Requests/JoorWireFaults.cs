using System.Globalization;
using System.Security.Authentication;

namespace JoorBus.Joor;

/// <summary>What a failed exchange means: never sent, or sent with unknown outcome.</summary>
internal static class JoorWireFaults
{
    /// <summary>Null for anything that is not a fault of the wire.</summary>
    public static (JoorAnswer<T> Answer, bool WorthRepeating)? Explain<T>(Exception fault, JoorConnectionOptions options, bool timedOut) => fault switch
    {
        OperationCanceledException when timedOut =>
            (new JoorAnswer<T>.OutcomeUnknown(string.Create(CultureInfo.InvariantCulture, $"no whole answer within {options.RequestTimeout.TotalSeconds:0.###} s (RequestTimeout)")), false),
        OperationCanceledException { InnerException: TimeoutException } =>
            (new JoorAnswer<T>.Unreachable("nothing answered when connecting; check that a firewall lets this machine reach the host, or set a proxy (HTTPS_PROXY)"), true),
        HttpRequestException request => Explain<T>(request),
        InvalidDataException => (new JoorAnswer<T>.OutcomeUnknown("the compressed answer is damaged"), true),
        IOException io => (new JoorAnswer<T>.OutcomeUnknown($"the connection broke during the answer ({Innermost(io)})"), true),
        _ => null,
    };

    private static (JoorAnswer<T> Answer, bool WorthRepeating) Explain<T>(HttpRequestException fault) => fault.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError =>
            (new JoorAnswer<T>.Unreachable($"the host's name is not known ({Innermost(fault)}); check the connection's BaseUrl and this machine's DNS"), true),
        HttpRequestError.SecureConnectionError => (new JoorAnswer<T>.Unreachable(Tls(fault)), false),
        HttpRequestError.ProxyTunnelError =>
            (new JoorAnswer<T>.Unreachable($"the proxy refused the way ({Innermost(fault)}); check HTTPS_PROXY"), true),
        HttpRequestError.ConnectionError =>
            (new JoorAnswer<T>.Unreachable($"no connection ({Innermost(fault)}); check the connection's BaseUrl, the network and firewalls"), true),
        _ => (new JoorAnswer<T>.OutcomeUnknown($"the connection broke before a whole answer came ({Innermost(fault)})"), true),
    };

    private static string Tls(Exception fault)
    {
        var certificate = Chain(fault).OfType<AuthenticationException>().Any(e => e.Message.Contains("certificate", StringComparison.OrdinalIgnoreCase));
        return certificate
            ? $"its TLS certificate is not trusted ({Innermost(fault)}); let this machine trust the certificate's authority (SSL_CERT_FILE or the system's store), or correct BaseUrl if the host is not JOOR's"
            : $"TLS could not be agreed ({Innermost(fault)}); check that BaseUrl is an https address and that no proxy interrupts TLS";
    }

    private static string Innermost(Exception fault) => Chain(fault).Last().Message.TrimEnd('.');

    private static IEnumerable<Exception> Chain(Exception fault)
    {
        for (var next = fault; next is not null; next = next.InnerException)
            yield return next;
    }
}
