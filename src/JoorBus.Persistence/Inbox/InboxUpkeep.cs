using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace JoorBus.Persistence.Inbox;

/// <summary>Every hour: partitions for the days ahead, none for the days gone.</summary>
internal sealed partial class InboxUpkeep(InboxPartitions partitions, TimeProvider clock, ILogger<InboxUpkeep> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Interval, clock, stoppingToken).ConfigureAwait(false);
            try
            {
                await partitions.EnsureAsync(stoppingToken).ConfigureAwait(false);
                await partitions.ExpireAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                UpkeepFailed(log, fault.Message);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "inbox.upkeep failed: {Reason}; it is tried again in an hour, partitions reach a week ahead")]
    private static partial void UpkeepFailed(ILogger log, string reason);
}
