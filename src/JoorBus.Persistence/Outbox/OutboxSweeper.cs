using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace JoorBus.Persistence.Outbox;

/// <summary>Delivers what a crash or a broken connection left behind, and delayed messages when they are due.</summary>
public sealed partial class OutboxSweeper(
    Database database,
    Outbox outbox,
    TimeProvider clock,
    IOptions<PersistenceOptions> options,
    ILogger<OutboxSweeper> log) : BackgroundService
{
    private const int MessagesPerSweep = 100;
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    /// <summary>Delivers everything that is due now; returns how many messages that were.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var total = 0;
        while (true)
        {
            var due = await ClaimAsync(cancellationToken).ConfigureAwait(false);
            if (due.Count > 0)
            {
                await outbox.DeliverAsync(due, cancellationToken).ConfigureAwait(false);
                total += due.Count;
                Swept(log, due.Count);
            }

            if (due.Count < MessagesPerSweep)
            {
                return total;
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var listener = await database.OpenAsync(stoppingToken).ConfigureAwait(false);
                await using (listener.ConfigureAwait(false))
                {
                    await ListenAsync(listener, stoppingToken).ConfigureAwait(false);
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                SweepFailed(log, fault.Message);
                await Task.Delay(AfterFailure, clock, stoppingToken).ConfigureAwait(false);
            }
        }
    }

    private async Task ListenAsync(NpgsqlConnection listener, CancellationToken stoppingToken)
    {
        var listen = listener.CreateCommand();
        await using (listen.ConfigureAwait(false))
        {
            listen.CommandText = $"listen {OutboxTable.Channel}";
            await listen.ExecuteNonQueryAsync(stoppingToken).ConfigureAwait(false);
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            await SweepAsync(stoppingToken).ConfigureAwait(false);
            await listener.WaitAsync(await UntilNextAsync(stoppingToken).ConfigureAwait(false), stoppingToken).ConfigureAwait(false);
        }
    }

    // Whatever is stored from now on is due a lease later at the earliest, or comes with a notification.
    private async Task<TimeSpan> UntilNextAsync(CancellationToken cancellationToken)
    {
        var lease = options.Value.OutboxLease;
        var command = database.Command(OutboxTable.NextDue);
        await using (command.ConfigureAwait(false))
        {
            if (await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is not DateTime next)
            {
                return lease;
            }

            var wait = next - clock.GetUtcNow().UtcDateTime;
            return wait < lease ? Max(wait, TimeSpan.FromMilliseconds(20)) : lease;
        }
    }

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;

    private async Task<List<OutboxMessage>> ClaimAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var messages = new List<OutboxMessage>();
        var command = database.Command(OutboxTable.Claim);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.AddWithValue(now.UtcDateTime);
            command.Parameters.AddWithValue((now + options.Value.OutboxLease).UtcDateTime);
            command.Parameters.AddWithValue(MessagesPerSweep);
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    messages.Add(new OutboxMessage
                    {
                        MessageId = reader.GetGuid(0),
                        Destination = reader.GetString(1),
                        ContentType = reader.GetString(2),
                        Body = reader.GetFieldValue<byte[]>(3),
                        Headers = await reader.IsDBNullAsync(4, cancellationToken).ConfigureAwait(false) ? null : reader.GetString(4),
                        DueAt = now,
                    });
                }
            }
        }

        return messages;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "outbox.swept {Count} messages that were due")]
    private static partial void Swept(ILogger log, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "outbox.sweep failed: {Reason}; it goes on in a second")]
    private static partial void SweepFailed(ILogger log, string reason);
}
