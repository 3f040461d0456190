using System.Globalization;
using JoorBus.Joor;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace JoorBus.Orders.Polling;

/// <summary>Polls every connection at its interval. Hosts share the work: a round belongs to whoever gets its lease.</summary>
internal sealed partial class OrderPoller(
    IReadOnlyList<JoorConnectionOptions> connections,
    JoorOrderReaderFactory readers,
    PollStore store,
    PollRound round,
    IOptions<OrdersOptions> options,
    TimeProvider clock,
    ILogger<OrderPoller> log) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    private readonly string owner = string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.MachineName}/{Environment.ProcessId}/{clock.GetUtcNow().ToUnixTimeMilliseconds()}");

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(connections.Where(connection => connection.ApiVersion == JoorApiVersion.V2).Select(connection => PollAsync(connection, stoppingToken)));

    private async Task PollAsync(JoorConnectionOptions connection, CancellationToken stoppingToken)
    {
        var reader = readers.For(connection);
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = await TryRoundAsync(reader, connection, stoppingToken).ConfigureAwait(false);
            var wait = next - clock.GetUtcNow();
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, clock, stoppingToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<DateTimeOffset> TryRoundAsync(JoorOrderReader reader, JoorConnectionOptions connection, CancellationToken stoppingToken)
    {
        try
        {
            var now = clock.GetUtcNow();
            var answer = await store.TryLeaseAsync(connection.Name, owner, now, now + options.Value.PollLease, stoppingToken).ConfigureAwait(false);
            return answer switch
            {
                LeaseAnswer.Taken taken => await round.RunAsync(reader, connection, taken, stoppingToken).ConfigureAwait(false),
                LeaseAnswer.NotBefore(var at) => at > now ? at : now + AfterFailure,
                _ => now + AfterFailure,
            };
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            RoundFailed(log, connection.Name, fault.Message);
            return clock.GetUtcNow() + AfterFailure;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "orders.poll of {Connection} stopped: {Reason}; it goes on in a second from the stored checkpoint")]
    private static partial void RoundFailed(ILogger log, string connection, string reason);
}
