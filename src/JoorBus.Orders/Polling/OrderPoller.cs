using System.Globalization;
using JoorBus.Joor;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace JoorBus.Orders.Polling;

/// <summary>
/// Polls every connection at its interval and follows their coming, changing and going. Hosts share the work: a round belongs to whoever
/// gets its lease. Rounds of one host that begin together share the statements.
/// </summary>
internal sealed partial class OrderPoller(
    PolledConnections connections,
    JoorOrderReaderFactory readers,
    PollStore store,
    PollRound round,
    IOptions<OrdersOptions> options,
    TimeProvider clock,
    ILogger<OrderPoller> log) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    private readonly string _owner = string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.MachineName}/{Environment.ProcessId}/{clock.GetUtcNow().ToUnixTimeMilliseconds()}");

    private readonly PollSchedule _schedule = new(readers.For);
    private long? _followed;
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var watch = WatchAsync(connections.Look().Version, stoppingToken);
        try
        {
            while (true)
            {
                stoppingToken.ThrowIfCancellationRequested();
                var news = Volatile.Read(ref _news).Task;
                var follows = await TryAsync(FollowAsync, "the connections cannot be followed", stoppingToken).ConfigureAwait(false);
                await BeginAsync(stoppingToken).ConfigureAwait(false);
                await WaitAsync(news, follows ? _schedule.NextDue : clock.GetUtcNow() + AfterFailure, stoppingToken).ConfigureAwait(false);
            }
        }
        finally
        {
            await Task.WhenAll(_schedule.Rounds.Append(watch)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task FollowAsync(CancellationToken stoppingToken)
    {
        var (version, current) = connections.Look();
        if (version == _followed)
        {
            return;
        }

        var sooner = await _schedule.FollowAsync(current, clock.GetUtcNow()).ConfigureAwait(false);
        _followed = version;
        await store.HurryAsync(sooner, clock.GetUtcNow(), stoppingToken).ConfigureAwait(false);
    }

    private async Task BeginAsync(CancellationToken stoppingToken)
    {
        var now = clock.GetUtcNow();
        var due = _schedule.Due(now);
        if (due.Count == 0)
        {
            return;
        }

        // Stands if the database cannot be asked.
        due.ForEach(connection => connection.Due = now + AfterFailure);
        await TryAsync(
            async token =>
            {
                var keys = due.ConvertAll(connection => connection.Options.Key);
                var answers = await store.LeaseAsync(keys, _owner, now, now + options.Value.PollLease, token).ConfigureAwait(false);
                due.ForEach(connection => Begin(connection, answers[connection.Options.Key], now, stoppingToken));
            },
            "no round can begin",
            stoppingToken).ConfigureAwait(false);
    }

    private void Begin(PolledConnection connection, LeaseAnswer answer, DateTimeOffset now, CancellationToken stoppingToken)
    {
        switch (answer)
        {
            case LeaseAnswer.Taken taken:
                connection.IsPolling = true;
                connection.Round = RunAsync(connection, taken, stoppingToken);
                break;
            case LeaseAnswer.NotBefore(var at) when at > now:
                connection.Due = PollTicks.AtOrAfter(at);
                break;
        }
    }

    private async Task RunAsync(PolledConnection connection, LeaseAnswer.Taken taken, CancellationToken stoppingToken)
    {
        var settings = connection.Options;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, connection.Stopped);
        connection.Due = clock.GetUtcNow() + AfterFailure;
        try
        {
            await TryAsync(token => RoundAsync(connection, settings, taken, token), $"a round of {settings.Name} stopped", stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Who stopped it knows.
        }
        finally
        {
            connection.IsPolling = false;
            Tell();
        }
    }

    private async Task RoundAsync(PolledConnection connection, JoorConnectionOptions settings, LeaseAnswer.Taken taken, CancellationToken stop)
    {
        var next = await round.RunAsync(connection.Reader, settings, taken, stop).ConfigureAwait(false);
        connection.Due = PollTicks.AtOrAfter(next);
        if (connection.Options.PollInterval < settings.PollInterval)
        {
            await store.HurryAsync([settings.Key], clock.GetUtcNow(), stop).ConfigureAwait(false);
            connection.Due = clock.GetUtcNow();
        }
    }

    private async Task WaitAsync(Task news, DateTimeOffset? due, CancellationToken stoppingToken)
    {
        var wait = due - clock.GetUtcNow();
        if (wait <= TimeSpan.Zero)
        {
            return;
        }

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        await Task.WhenAny(news, Task.Delay(wait ?? Timeout.InfiniteTimeSpan, clock, enough.Token)).ConfigureAwait(false);
        await enough.CancelAsync().ConfigureAwait(false);
    }

    private async Task WatchAsync(long known, CancellationToken stoppingToken)
    {
        while (true)
        {
            var seen = await TryAsync(token => connections.WaitForChangeAsync(known, token), "changes of connections cannot be seen", stoppingToken).ConfigureAwait(false);
            if (!seen)
            {
                await Task.Delay(AfterFailure, clock, stoppingToken).ConfigureAwait(false);
            }

            known = connections.Look().Version;
            Tell();
        }
    }

    private async Task<bool> TryAsync(Func<CancellationToken, Task> work, string failed, CancellationToken cancellationToken)
    {
        try
        {
            await work(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception fault)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Failed(log, failed, fault.Message);
            return false;
        }
    }

    private void Tell() => Interlocked.Exchange(ref _news, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    [LoggerMessage(Level = LogLevel.Warning, Message = "orders.poll: {What}: {Reason}; it is tried again in a second, from the stored checkpoint")]
    private static partial void Failed(ILogger log, string what, string reason);
}
