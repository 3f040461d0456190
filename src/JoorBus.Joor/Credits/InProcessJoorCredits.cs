using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace JoorBus.Joor;

/// <summary>Credits of one process: at most CreditsPerWindow in any stretch of one window, wherever JOOR's own window starts.</summary>
/// <remarks>JOOR counts in fixed windows that open with the first request it receives. A copy of that window here runs a network
/// delay ahead, and would then grant the new window's credits while JOOR still counts the old one. A sliding window cannot.</remarks>
public sealed class InProcessJoorCredits(IOptions<JoorCreditOptions> options, TimeProvider clock) : IJoorCredits
{
    private readonly ConcurrentDictionary<string, JoorCreditLedger> _ledgers = new(StringComparer.Ordinal);

    public ValueTask<JoorCreditGrant> SpendAsync(string account, int credits, JoorPriority priority, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Ledger(account).Spend(credits, priority));

    public ValueTask ExhaustedAsync(string account, DateTimeOffset until, CancellationToken cancellationToken)
    {
        Ledger(account).BlockUntil(until);
        return ValueTask.CompletedTask;
    }

    private JoorCreditLedger Ledger(string account) => _ledgers.GetOrAdd(account, _ => new JoorCreditLedger(options.Value, clock));
}
