using JoorBus.Messaging.Failing;
using JoorBus.Persistence.Committing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace JoorBus.Inventory.Receiving;

/// <summary>Levels of all messages that wait together are stored by one statement; each message hears of its own fate only.</summary>
internal sealed partial class LevelIntake
{
    private readonly LevelStore _store;
    private readonly TimeProvider _clock;
    private readonly ILogger<LevelIntake> _log;
    private readonly Drain<Waiting> _drain;

    public LevelIntake(LevelStore store, IOptions<InventoryOptions> options, TimeProvider clock, ILogger<LevelIntake> log)
    {
        (_store, _clock, _log) = (store, clock, log);
        _drain = new Drain<Waiting>(options.Value.ReceiveBatch, lanes: 1, StoreGroupAsync, message => message.Levels.Count);
    }

    /// <summary>Returns when the levels are stored. While the database is away, that is when it is back.</summary>
    public Task StoreAsync(IReadOnlyList<LevelRow> levels, CancellationToken cancellationToken)
    {
        var message = new Waiting(levels);
        _drain.Add(message);
        return message.Stored.Task.WaitAsync(cancellationToken);
    }

    private async Task StoreGroupAsync(IReadOnlyList<Waiting> messages)
    {
        if (await TryStoreAsync(messages).ConfigureAwait(false) is not { } fault)
        {
            messages.ToList().ForEach(message => message.Stored.TrySetResult());
        }
        else if (messages.Count == 1)
        {
            messages[0].Stored.TrySetException(fault);
        }
        else
        {
            // One of them is not to the server's liking; its neighbours do not suffer for it.
            foreach (var message in messages)
            {
                await StoreGroupAsync([message]).ConfigureAwait(false);
            }
        }
    }

    private async Task<Exception?> TryStoreAsync(IReadOnlyList<Waiting> messages)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var stored = await _store.StoreAsync(LevelMerging.Merge(messages.SelectMany(message => message.Levels))).ConfigureAwait(false);
                Received(_log, messages.Count, stored.Written, stored.Changed);
                return null;
            }
            catch (Exception fault)
            {
                if (FailurePolicy.Decide(FailureClassifier.KindOf(fault), attempt) is not FailureDecision.RetryNow again)
                {
                    return fault;
                }

                Waits(_log, messages.Count, fault.Message, again.Delay);
                await Task.Delay(again.Delay, _clock, CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "inventory.received {Messages} messages: {Written} levels stored, {Changed} changed")]
    private static partial void Received(ILogger log, int messages, int written, int changed);

    [LoggerMessage(Level = LogLevel.Warning, Message = "inventory.receive of {Messages} messages failed: {Reason}; they stay unacknowledged and are tried again in {Delay}")]
    private static partial void Waits(ILogger log, int messages, string reason, TimeSpan delay);

    private sealed record Waiting(IReadOnlyList<LevelRow> Levels)
    {
        public TaskCompletionSource Stored { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
