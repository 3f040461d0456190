using System.Globalization;
using JoorBus.Inventory.Pacing;
using JoorBus.Inventory.Setting;
using JoorBus.Joor;
using JoorBus.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace JoorBus.Inventory.Pushing;

/// <summary>
/// Plans and pushes stock of every connection that is switched on. Hosts share the work by leases; each keeps its leases until it stops, is killed,
/// or the connection is switched off. Idle, it asks one statement every few seconds.
/// </summary>
internal sealed partial class InventoryWorker(
    PushedConnections connections,
    InventorySettingsStore settings,
    WorkerStore workers,
    WorkerParts parts,
    PushPruning pruning,
    Database database,
    IOptions<InventoryOptions> options,
    IOptions<JoorLimitOptions> limits,
    TimeProvider clock,
    ILogger<InventoryWorker> log) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan SettingsLook = TimeSpan.FromSeconds(30);

    private readonly string _owner = string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.MachineName}/{Environment.ProcessId}/{clock.GetUtcNow().ToUnixTimeMilliseconds()}");

    private readonly Dictionary<string, HostedWork> _held = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _news = new(0, 1);
    private IReadOnlyList<InventorySettings> _settings = [];
    private DateTimeOffset _settingsAt = DateTimeOffset.MinValue;
    private volatile bool _mayHaveSettings;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var listening = ListenAsync(stoppingToken);
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                var next = await TryLookAsync(stoppingToken);
                var wait = next - clock.GetUtcNow();
                if (wait > TimeSpan.Zero)
                    await WaitAsync(wait, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end.
        }
        finally
        {
            await Task.WhenAll(_held.Values.Select(work => work.Running).Append(listening)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await ReleaseAsync();
        }
    }

    private async Task<DateTimeOffset> TryLookAsync(CancellationToken stoppingToken)
    {
        var now = clock.GetUtcNow();
        try
        {
            await LookAsync(now, stoppingToken);
            await pruning.PruneAsync(now, stoppingToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LookFailed(log, fault.Message);
            return now + AfterFailure;
        }

        var due = now + (_mayHaveSettings ? AfterFailure : options.Value.LookEvery);
        // Leases are renewed by looks.
        if (now + (options.Value.WorkerLease / 4) is var renewal && renewal < due)
            due = renewal;
        foreach (var work in _held.Values.Where(work => !work.IsRunning && work.NextAt < due))
            due = work.NextAt!.Value;
        return due;
    }

    private async Task LookAsync(DateTimeOffset now, CancellationToken stoppingToken)
    {
        // News come with every batch of levels; that settings changed is seen a second later at most.
        if (now - _settingsAt >= (_mayHaveSettings ? AfterFailure : SettingsLook))
        {
            _mayHaveSettings = false;
            (_settings, _settingsAt) = (await settings.AllAsync(stoppingToken), now);
        }

        var on = _settings.Where(setting => setting.IsOn).ToDictionary(setting => setting.Connection, StringComparer.Ordinal);
        var served = connections.Current().Where(options => on.ContainsKey(options.Key)).ToList();
        var sharers = served.CountBy(parts.Credits.AccountOf, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        foreach (var gone in _held.Keys.Except(served.Select(options => options.Key)).ToList())
        {
            if (!_held[gone].IsRunning)
                _held.Remove(gone);
        }

        if (served.Count == 0)
            return;
        var rows = (await workers.LeaseAsync([.. served.Select(options => options.Key)], _owner, now, options.Value.WorkerLease, stoppingToken)).ToDictionary(row => row.Connection, StringComparer.Ordinal);
        foreach (var connection in served)
        {
            if (rows.TryGetValue(connection.Key, out var row))
                Serve(row, new WorkSurroundings(connection, on[connection.Key], sharers[parts.Credits.AccountOf(connection)]), now, stoppingToken);
            else if (_held.TryGetValue(connection.Key, out var lost) && !lost.IsRunning)
                _held.Remove(connection.Key);
        }
    }

    private void Serve(WorkerRow row, WorkSurroundings around, DateTimeOffset now, CancellationToken stoppingToken)
    {
        if (!_held.TryGetValue(row.Connection, out var work) || work.IsOver(row.Epoch))
        {
            var pacer = work?.Pacer ?? new StockPacer(limits.Value.Window, now);
            var lease = new HeldLease(row.LeaseUntil, clock);
            _held[row.Connection] = work = new HostedWork(new ConnectionWork(parts, row, lease, pacer, work?.FailedAt ?? DateTimeOffset.MinValue), pacer);
        }

        work.Work.Lease.Renew(row.LeaseUntil);
        if (work.IsRunning || _held.Values.Count(other => other.IsRunning) >= options.Value.ConnectionsAtOnce)
            return;
        work.Work.Hear(row);
        if (!work.IsDue(row, around, now))
            return;
        work.Running = RunAsync(work, around, stoppingToken);
        _ = work.Running.ContinueWith(_ => Tell(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private async Task RunAsync(HostedWork work, WorkSurroundings around, CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            work.Around = around;
            WorkStep step;
            do
            {
                step = await work.Work.StepAsync(around, stoppingToken);
                // Settings are followed between runs.
            }
            while (!step.IsLost && step.NextAt <= clock.GetUtcNow() && IsCurrent(around) && !stoppingToken.IsCancellationRequested);
            work.Ended(step);
        }
        catch (Exception fault)
        {
            work.Failed(clock.GetUtcNow());
            if (fault is not OperationCanceledException)
                WorkFailed(log, around.Options.Name, fault.Message);
        }
    }

    private bool IsCurrent(WorkSurroundings around) => _settings.Any(setting => setting.Connection == around.Settings.Connection && setting.Version == around.Settings.Version && setting.IsOn);

    private async Task WaitAsync(TimeSpan wait, CancellationToken stoppingToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        await Task.WhenAny(_news.WaitAsync(enough.Token), Task.Delay(wait, clock, enough.Token));
        await enough.CancelAsync();
        // Many news in a moment are one.
        await Task.Delay(Breath, clock, stoppingToken);
    }

    private void Tell()
    {
        try
        {
            _news.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is known already.
        }
    }

    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var listener = await database.OpenAsync(stoppingToken);
                listener.Notification += (_, notice) =>
                {
                    if (notice.Payload == database.Schema)
                    {
                        _mayHaveSettings = true;
                        Tell();
                    }
                };
                await using (var listen = listener.CreateCommand())
                {
                    listen.CommandText = $"listen {InventoryWakeUp.Channel}";
                    await listen.ExecuteNonQueryAsync(stoppingToken);
                }

                Tell();
                while (true)
                    await listener.WaitAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LookFailed(log, fault.Message);
                await Task.Delay(AfterFailure, clock, stoppingToken);
            }
        }
    }

    private async Task ReleaseAsync()
    {
        try
        {
            await workers.ReleaseAsync(_owner, clock.GetUtcNow(), CancellationToken.None);
        }
        catch (Exception fault)
        {
            LookFailed(log, fault.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "inventory.look failed: {Reason}; it is tried again in a second")]
    private static partial void LookFailed(ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "inventory.work of {Connection} stopped: {Reason}; it goes on from what is stored")]
    private static partial void WorkFailed(ILogger log, string connection, string reason);
}
