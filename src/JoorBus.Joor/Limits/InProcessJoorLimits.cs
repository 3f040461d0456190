using System.Globalization;
using Microsoft.Extensions.Options;

namespace JoorBus.Joor;

/// <summary>Limits kept in the memory of one process: for programs of which only one copy uses a JOOR account.</summary>
public sealed class InProcessJoorLimits(IOptions<JoorLimitOptions> options, TimeProvider clock) : IJoorLimits
{
    private static readonly TimeSpan LongestNap = TimeSpan.FromHours(1);
    private static readonly TimeSpan ShortestNap = TimeSpan.FromMilliseconds(1);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, JoorAccountState> _accounts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JoorGroupState> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TaskCompletionSource> _wakers = new(StringComparer.Ordinal);
    private readonly DateTimeOffset _epoch = clock.GetUtcNow();
    private readonly long _start = clock.GetTimestamp();
    private int _tickets;

    // Leaps of the wall clock change no window.
    private DateTimeOffset Now => _epoch + clock.GetElapsedTime(_start);

    public async Task<JoorPermitAnswer> EnterAsync(JoorPermitRequest request, CancellationToken cancellationToken)
    {
        request.Check(options.Value);
        var ticket = Interlocked.Increment(ref _tickets).ToString(CultureInfo.InvariantCulture);
        var arrived = Now;
        var givesUpAt = arrived + request.Patience;
        try
        {
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var (answer, nap, woken) = Ask(request, ticket, arrived, givesUpAt);
                if (answer is not null)
                    return answer;
                // Woken by a release, by the time at which credits come back, or when patience ends.
                using var rested = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                await Task.WhenAny(woken, Task.Delay(nap, clock, rested.Token)).ConfigureAwait(false);
                await rested.CancelAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            Withdraw(request, ticket);
        }
    }

    /// <summary>What is known of an account, for screens.</summary>
    public JoorLimitReading Read(string account)
    {
        lock (_gate)
            return JoorLimiting.Read(Account(account), options.Value, Now);
    }

    internal void Leave(JoorPermitRequest request, string ticket, JoorPermitEnd end)
    {
        lock (_gate)
        {
            if (end.RevealedAccount is { } revealed && Account(revealed).Key != Account(request.Account).Key)
                Merge(Account(request.Account), Account(revealed));
            Keep(JoorLimiting.Leave(State(request), ticket, end, options.Value, Now));
            Wake(request);
        }
    }

    private (JoorPermitAnswer? Answer, TimeSpan Nap, Task Woken) Ask(JoorPermitRequest request, string ticket, DateTimeOffset arrived, DateTimeOffset givesUpAt)
    {
        lock (_gate)
        {
            var now = Now;
            var state = State(request);
            var waiter = request.ToWaiter(ticket, holder: 0, state.Account.Key, arrived, givesUpAt + LongestNap);
            (state, var decision) = JoorLimiting.Enter(state, waiter, options.Value, now);
            Keep(state);
            if (decision is JoorLimitDecision.Granted granted)
                return (new JoorPermitAnswer.Granted(new InProcessPermit(this, request, ticket), granted.CreditsLeft), default, Task.CompletedTask);
            var until = ((JoorLimitDecision.Wait)decision).Until;
            if (now >= givesUpAt || until > givesUpAt)
                return (new JoorPermitAnswer.NotBefore(clock.GetUtcNow() + ((until ?? now) - now)), default, Task.CompletedTask);
            var waker = _wakers[ticket] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return (null, Longer((until ?? givesUpAt) - now), waker.Task);
        }
    }

    private void Withdraw(JoorPermitRequest request, string ticket)
    {
        lock (_gate)
        {
            _wakers.Remove(ticket);
            var state = State(request);
            var without = JoorLimiting.Withdraw(state, ticket);
            if (ReferenceEquals(state, without))
                return;
            Keep(without);
            Wake(request);
        }
    }

    private void Wake(JoorPermitRequest request)
    {
        foreach (var waiter in JoorLimiting.Ready(State(request), options.Value, Now))
        {
            if (_wakers.TryGetValue(waiter.Id, out var waker))
                waker.TrySetResult();
        }
    }

    private void Merge(JoorAccountState alias, JoorAccountState account)
    {
        (_accounts[alias.Key], _accounts[account.Key]) = JoorLimiting.Merge(alias, account, options.Value, Now);
        foreach (var (key, group) in _groups)
            _groups[key] = JoorLimiting.Rename(group, alias.Key, account.Key);
    }

    private JoorLimitState State(JoorPermitRequest request) => new(Account(request.Account), _groups.GetValueOrDefault(request.Group) ?? new() { Key = request.Group });

    private JoorAccountState Account(string key) =>
        !_accounts.TryGetValue(key, out var account) ? new() { Key = key } : account.AliasOf is { } other ? Account(other) : account;

    private static TimeSpan Longer(TimeSpan nap) => nap < ShortestNap ? ShortestNap : nap;

    private void Keep(JoorLimitState state) => (_accounts[state.Account.Key], _groups[state.Group.Key]) = (state.Account, state.Group);
}
