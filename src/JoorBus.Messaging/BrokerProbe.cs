using System.Net.Sockets;
using System.Security.Authentication;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace JoorBus.Messaging;

/// <summary>Tries a RabbitMQ broker without declaring anything.</summary>
public static class BrokerProbe
{
    private const int NotFound = 404;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <param name="uri">The amqp or amqps URI.</param>
    /// <param name="queue">A queue to look for.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public static async Task<BrokerFinding> TryAsync(Uri uri, string queue, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(uri);
        try
        {
            var factory = new ConnectionFactory { Uri = uri, RequestedConnectionTimeout = Patience, AutomaticRecoveryEnabled = false, ClientProvidedName = "joorbus check" };
            var connection = await factory.CreateConnectionAsync(cancellationToken).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                var version = connection.ServerProperties?.TryGetValue("version", out var bytes) == true && bytes is byte[] text ? System.Text.Encoding.UTF8.GetString(text) : "?";
                return new BrokerFinding.Reached(version, await LookAsync(connection, queue, cancellationToken).ConfigureAwait(false));
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return Explain(fault, uri);
        }
    }

    private static async Task<QueueFinding?> LookAsync(IConnection connection, string queue, CancellationToken cancellationToken)
    {
        var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        await using (channel.ConfigureAwait(false))
        {
            try
            {
                var found = await channel.QueueDeclarePassiveAsync(queue, cancellationToken).ConfigureAwait(false);
                return new QueueFinding(found.MessageCount, found.ConsumerCount);
            }
            catch (OperationInterruptedException fault) when (fault.ShutdownReason?.ReplyCode == NotFound)
            {
                return null;
            }
        }
    }

    private static BrokerFinding.NotReached Explain(Exception fault, Uri uri)
    {
        var broker = $"{uri.Host}:{(uri.Port > 0 ? uri.Port : uri.Scheme == "amqps" ? 5671 : 5672)}";
        var chain = Chain(fault).ToList();
        if (chain.Exists(one => one is AuthenticationFailureException or PossibleAuthenticationFailureException))
        {
            return new($"RabbitMQ at {broker} refused user '{UserOf(uri)}' or its password", "Correct user and password in JOORBUS__RABBITMQ; user guest is let in from the broker's own machine only.");
        }

        if (chain.OfType<OperationInterruptedException>().FirstOrDefault() is { ShutdownReason: { } reason })
        {
            var host = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/'));
            return reason.ReplyText.Contains("vhost", StringComparison.OrdinalIgnoreCase)
                ? new($"RabbitMQ at {broker} has no virtual host '{(host.Length == 0 ? "/" : host)}', or user '{UserOf(uri)}' may not use it", $"Create it with: rabbitmqctl add_vhost {host}, then rabbitmqctl set_permissions -p {host} {UserOf(uri)} '.*' '.*' '.*'; or correct the end of JOORBUS__RABBITMQ.")
                : new($"RabbitMQ at {broker} refused: {reason.ReplyText}", "Cure that at the broker, or correct JOORBUS__RABBITMQ.");
        }

        if (chain.OfType<AuthenticationException>().FirstOrDefault() is { } tls)
        {
            return new($"TLS with {broker} failed: {OneLine(tls)}", "Use the broker's TLS port (usually 5671) with amqps, and let this machine trust the certificate's authority.");
        }

        return chain.OfType<SocketException>().FirstOrDefault()?.SocketErrorCode switch
        {
            SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData => new($"The host '{uri.Host}' of JOORBUS__RABBITMQ is not known", "Correct the host in JOORBUS__RABBITMQ, or this machine's DNS."),
            SocketError.ConnectionRefused => new($"Nothing listens at {broker}", "Start RabbitMQ, or correct host and port in JOORBUS__RABBITMQ."),
            _ when chain.Exists(one => one is TimeoutException or OperationCanceledException) => new($"{broker} does not answer in time", "Check host and port in JOORBUS__RABBITMQ, and that no firewall stands in between."),
            _ => new($"{broker} cannot be used: {OneLine(chain[^1])}", "Check JOORBUS__RABBITMQ and that RabbitMQ listens there."),
        };
    }

    private static string UserOf(Uri uri) => uri.UserInfo.Length == 0 ? "guest" : Uri.UnescapeDataString(uri.UserInfo.Split(':')[0]);

    private static string OneLine(Exception fault) => fault.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ');

    private static IEnumerable<Exception> Chain(Exception fault) =>
        fault is AggregateException several
            ? several.InnerExceptions.SelectMany(Chain)
            : fault.InnerException is { } inner ? Chain(inner).Prepend(fault) : [fault];
}

/// <summary>How a broker was found.</summary>
public abstract record BrokerFinding
{
    private BrokerFinding()
    {
    }

    /// <summary>It let us in. <paramref name="Queue"/> is null when the queue is not there.</summary>
    public sealed record Reached(string Version, QueueFinding? Queue) : BrokerFinding;

    /// <summary>It could not be used; both are sentences for a person.</summary>
    public sealed record NotReached(string Finding, string Advice) : BrokerFinding;
}

/// <summary>A queue with what waits in it and who listens.</summary>
public sealed record QueueFinding(uint Messages, uint Consumers);
