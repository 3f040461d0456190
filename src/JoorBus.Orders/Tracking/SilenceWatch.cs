using JoorBus.Orders.Recording;
using JoorBus.Persistence.Committing;
using JoorBus.Persistence.Documents;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace JoorBus.Orders.Tracking;

/// <summary>Notices orders whose command the warehouse leaves unanswered. One query a minute instead of one timer per order.</summary>
internal sealed partial class SilenceWatch(IServiceScopeFactory scopes, IOptions<OrdersOptions> options, TimeProvider clock, ILogger<SilenceWatch> log)
    : BackgroundService
{
    private const int MostOrders = 1000;
    private static readonly string[] AwaitingStates = [nameof(OrderFulfillmentStateMachine.AwaitingAcceptance), nameof(OrderFulfillmentStateMachine.AwaitingCancellation)];

    /// <summary>Notes every order that is silent now; returns how many are newly so.</summary>
    public async Task<int> LookAsync(CancellationToken cancellationToken)
    {
        var noticed = 0;
        foreach (var state in AwaitingStates)
        {
            var scope = scopes.CreateAsyncScope();
            await using (scope.ConfigureAwait(false))
            {
                var documents = scope.ServiceProvider.GetRequiredService<IDocuments>();
                foreach (var order in await documents.QueryAsync<OrderFulfillment>(OrderFulfillmentMapping.Open, state, MostOrders, cancellationToken).ConfigureAwait(false))
                {
                    noticed += await NoteAsync(order, cancellationToken).ConfigureAwait(false) ? 1 : 0;
                }
            }
        }

        return noticed;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(options.Value.SilenceInterval, clock, stoppingToken).ConfigureAwait(false);
            try
            {
                await LookAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LookFailed(log, fault.Message);
            }
        }
    }

    private async Task<bool> NoteAsync(OrderFulfillment order, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (order.SilentSince is not null || now - order.SentAt < options.Value.SilenceAfter)
        {
            return false;
        }

        order.SilentSince = now;
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var unit = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
            scope.ServiceProvider.GetRequiredService<IDocuments>().Update(order);
            var detail = $"no answer to revision {order.SentRevision} since {order.SentAt:yyyy-MM-dd HH:mm:ss}Z";
            unit.Write(OrderStep.Insert, new OrderStep(order.CorrelationId, now, StepKind.WmsSilent, detail, null));
            // A conflict means that the answer came just now.
            if (await unit.CommitAsync(cancellationToken).ConfigureAwait(false) is not CommitOutcome.Committed)
            {
                return false;
            }
        }

        Silent(log, order.JoorOrderId, order.Connection, order.SentRevision, options.Value.SilenceAfter);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "wms-order.silent {JoorOrderId} of {Connection}: the warehouse has not answered revision {Revision} within {Limit}; check that it consumes queue wms-orders")]
    private static partial void Silent(ILogger log, string joorOrderId, string connection, int revision, TimeSpan limit);

    [LoggerMessage(Level = LogLevel.Warning, Message = "wms-order.silence-watch failed: {Reason}; it looks again at the next interval")]
    private static partial void LookFailed(ILogger log, string reason);
}
