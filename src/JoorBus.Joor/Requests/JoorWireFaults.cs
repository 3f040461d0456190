namespace JoorBus.Joor;

/// <summary>What a failed exchange means: never sent, or sent with unknown outcome.</summary>
internal static class JoorWireFaults
{
    /// <summary>Null for anything that is not a fault of the wire.</summary>
    public static JoorAttempt<T>? Explain<T>(Exception fault, string connection) => fault switch
    {
        OperationCanceledException { InnerException: TimeoutException } =>
            Never<T>(JoorObstacle.Network, "nothing answered when connecting; check that a firewall lets this machine reach the host, or set a proxy (HTTPS_PROXY)"),
        HttpRequestException request => Explain<T>(request, connection),
        InvalidDataException => Lost<T>("the compressed answer is damaged"),
        IOException io => Lost<T>($"the connection broke during the answer ({Innermost(io)})"),
        _ => null,
    };

    private static JoorAttempt<T> Explain<T>(HttpRequestException fault, string connection) => fault.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError =>
            Never<T>(JoorObstacle.HostName, $"the host's name is not known ({Innermost(fault)}); check the connection's BaseUrl and this machine's DNS"),
        HttpRequestError.SecureConnectionError => Tls<T>(fault, connection),
        HttpRequestError.ProxyTunnelError => Never<T>(JoorObstacle.Network, $"the proxy refused the way ({Innermost(fault)}); check HTTPS_PROXY"),
        HttpRequestError.ConnectionError =>
            Never<T>(JoorObstacle.Network, $"no connection ({Innermost(fault)}); check the connection's BaseUrl, the network and firewalls"),
        _ => Lost<T>($"the connection broke before a whole answer came ({Innermost(fault)})"),
    };

    private static JoorAttempt<T> Tls<T>(Exception fault, string connection) => Chain(fault).OfType<JoorCertificateException>().FirstOrDefault() is { } refused
        ? new JoorAttempt<T>(new JoorAnswer<T>.Unreachable(refused.Advise(connection), JoorObstacle.Certificate), JoorAttemptEnd.TlsFailed)
        : new JoorAttempt<T>(
            new JoorAnswer<T>.Unreachable($"TLS could not be agreed ({Innermost(fault)}); check that BaseUrl is an https address and that no proxy interrupts TLS", JoorObstacle.Tls),
            JoorAttemptEnd.TlsFailed);

    private static JoorAttempt<T> Never<T>(JoorObstacle obstacle, string reason) => new(new JoorAnswer<T>.Unreachable(reason, obstacle), JoorAttemptEnd.NeverSent);

    private static JoorAttempt<T> Lost<T>(string reason) => new(new JoorAnswer<T>.OutcomeUnknown(reason), JoorAttemptEnd.Lost);

    private static string Innermost(Exception fault) => Chain(fault).Last().Message.TrimEnd('.');

    private static IEnumerable<Exception> Chain(Exception fault)
    {
        for (var next = fault; next is not null; next = next.InnerException)
            yield return next;
    }
}
