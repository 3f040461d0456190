using JoorBus.Inventory.Pacing;
using JoorBus.Inventory.Planning;
using JoorBus.Inventory.Reconciling;
using JoorBus.Inventory.Setting;
using JoorBus.Joor;

namespace JoorBus.Inventory.Pushing;

/// <summary>What a worker needs to know of its surroundings for one step.</summary>
/// <param name="Options">The connection as it is now.</param>
/// <param name="Settings">Its settings of stock.</param>
/// <param name="Sharers">Connections that push stock through the same account, this one included.</param>
internal sealed record WorkSurroundings(JoorConnectionOptions Options, InventorySettings Settings, int Sharers);

/// <summary>How a step ended.</summary>
/// <param name="NextAt">When the next one is due; null when only news makes one.</param>
/// <param name="IsLost">The lease is another's.</param>
internal readonly record struct WorkStep(DateTimeOffset? NextAt, bool IsLost = false);

/// <summary>
/// The work for one connection under one lease, a step at a time: recover what a former holder left, plan a page, then send at most one request.
/// Everything that counts is stored; what is kept here is the pace, and which halves of a refused request are to be tried.
/// </summary>
internal sealed class ConnectionWork(WorkerParts parts, WorkerRow worker, HeldLease lease, StockPacer pacer, DateTimeOffset recoverAfter)
{
    private readonly PlanningRound _planning = new(parts.Store, parts.Reading, parts.Units, worker);
    private readonly HalvedRequest _halves = new();
    private readonly FullPushing _full = new(parts);
    private readonly Queue<DateTimeOffset> _sent = new();
    private bool _isRecovered;
    private bool _isPlanned;
    private int _failures;
    private int _requests;

    public HeldLease Lease => lease;

    public long Epoch => worker.Epoch;

    /// <summary>The wish for a full push that was looked at last.</summary>
    public string? SeenWish => _full.SeenWish;

    /// <summary>What others stored in the row beside the lease holder.</summary>
    public void Hear(WorkerRow row) => _planning.Follow(_planning.Worker with { WantsReconcile = row.WantsReconcile, LeaseUntil = row.LeaseUntil });

    public async Task<WorkStep> StepAsync(WorkSurroundings around, CancellationToken cancellationToken)
    {
        var now = parts.Clock.GetUtcNow();
        if (lease.Until - parts.LeaseMargin <= now)
            return new WorkStep(null, IsLost: true);
        if (!_isRecovered && await RecoverAsync(now, cancellationToken) is { } waits)
            return waits;
        if (await _planning.PlanAsync(around.Settings, now, cancellationToken) is not { } page)
            return new WorkStep(null, IsLost: true);
        pacer.Arrived(now, page.Arrived);
        _isPlanned = page.IsDrained;
        var step = await PushAsync(around, now, cancellationToken);
        return _isPlanned || step.IsLost ? step : step with { NextAt = now };
    }

    private async Task<WorkStep?> RecoverAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await parts.Pushes.HasUnsettledAsync(worker.Connection, cancellationToken))
        {
            var from = (worker.FormerUntil > recoverAfter ? worker.FormerUntil.Value : recoverAfter) + parts.LateEffect;
            if (from > now)
                return new WorkStep(from);
            if (!await parts.Recovery.RecoverAsync(_planning.Worker, now, cancellationToken))
                return new WorkStep(null, IsLost: true);
        }

        _isRecovered = true;
        return null;
    }

    private async Task<WorkStep> PushAsync(WorkSurroundings around, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = _planning.Worker;
        if (row.PausedUntil > now && row.PausedRevision == around.Options.Revision)
            return new WorkStep(row.PausedUntil);
        if (string.IsNullOrEmpty(around.Options.Token))
            return await PauseAsync(around, now, "stock goes through JOOR's v2, and the connection has no v2 token: add one", cancellationToken);
        if (QuietTimes.EndOf(around.Settings, now) is { } quietUntil)
            return new WorkStep(quietUntil);
        Forget(now, TimeSpan.FromDays(1));
        var budget = await parts.Credits.ReadAsync(around.Options, around.Settings, around.Sharers, _sent.Count, cancellationToken);
        Forget(now, budget.Window);
        if (_isPlanned && await _full.NextAsync(around, row, budget.Affordable, now, cancellationToken) is { } full)
        {
            if (full.Row is { } changed)
                _planning.Follow(changed);
            return full.Order is null ? new WorkStep(full.NextAt, full.IsLost) : await SendAsync(around, full.Order, cancellationToken);
        }

        if (_halves.Next is { } suspects)
            return await SendHalfAsync(around, suspects, budget, now, cancellationToken);
        return await PaceAsync(around, budget, now, cancellationToken);
    }

    private async Task<WorkStep> PaceAsync(WorkSurroundings around, StockBudget budget, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var most = around.Settings.MaxItemsPerRequest;
        var (waiting, oldestAt) = await parts.Pushes.WaitingAsync(worker.Connection, now, most, cancellationToken);
        var refillsAt = now + budget.RefillsIn;
        var decision = pacer.Decide(new PaceInput
        {
            Now = now,
            Waiting = waiting,
            OldestAt = oldestAt,
            MoreComes = !_isPlanned,
            Affordable = budget.Affordable,
            PerWindow = budget.PerWindow,
            RefillsAt = refillsAt,
            Window = budget.Window,
            MostEntries = most,
        });
        if (decision is PaceDecision.Send(var count))
        {
            _halves.Reset();
            var entries = await parts.Pushes.OldestAsync(worker.Connection, now, count, cancellationToken);
            return await SendAsync(around, Order(around, PushKind.Update, entries, now) with { MayHalve = true }, cancellationToken);
        }

        if (waiting > 0 || !_isPlanned)
            return new WorkStep(((PaceDecision.Wait)decision).Until);
        if (await parts.Reconciling.NextAsync(around, _planning.Worker, budget, now, cancellationToken) is not { } due)
            return new WorkStep(await parts.Pushes.NextAttemptAsync(worker.Connection, cancellationToken));
        if (due.Row is { } changed && !await StoreAsync(changed, due.WishIsHeard, cancellationToken))
            return new WorkStep(null, IsLost: true);
        return due.Entries.Count == 0
            ? new WorkStep(due.NextAt)
            : await SendAsync(around, Order(around, PushKind.Reconcile, due.Entries, now) with { Then = due.Then }, cancellationToken);
    }

    private async Task<WorkStep> SendHalfAsync(WorkSurroundings around, IReadOnlyList<SlotKey> suspects, StockBudget budget, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (budget.Affordable <= 0)
            return new WorkStep(now + (budget.RefillsIn ?? TimeSpan.FromSeconds(1)));
        var entries = await parts.Pushes.TheseAsync(worker.Connection, now, suspects, cancellationToken);
        _halves.Taken();
        return entries.Count == 0
            ? new WorkStep(now)
            : await SendAsync(around, Order(around, PushKind.Update, entries, now) with { MayHalve = _halves.MayGoOn }, cancellationToken);
    }

    private PushOrder Order(WorkSurroundings around, PushKind kind, IReadOnlyList<ClaimedEntry> entries, DateTimeOffset now) => new()
    {
        Kind = kind,
        Entries = entries,
        Settings = around.Settings,
        ConnectionName = around.Options.Name,
        Number = _requests,
        Failures = _failures,
        LeaseMargin = parts.LeaseMargin,
        Revision = around.Options.Revision,
        At = now,
    };

    private async Task<WorkStep> SendAsync(WorkSurroundings around, PushOrder order, CancellationToken cancellationToken)
    {
        order = order with { Number = _requests++, Failures = _failures, Revision = around.Options.Revision, Lease = parts.LeaseFor(around.Options.RequestTimeout) };
        var settling = await parts.Push.SendAsync(order, _planning.Worker, lease, cancellationToken);
        var now = parts.Clock.GetUtcNow();
        if (settling is null)
            return new WorkStep(null, IsLost: true);
        _planning.Follow(order.After(_planning.Worker, settling));
        _sent.Enqueue(now);
        if (order.Kind != PushKind.Reconcile)
            pacer.Sent(order.At);
        if (settling.IsWholeRefused && order.Kind != PushKind.Overwrite)
            _halves.Split([.. order.Entries.Select(entry => entry.Slot.Key)]);
        _failures = settling.PausedUntil is null ? 0 : _failures + 1;
        return new WorkStep(settling.PausedUntil ?? now);
    }

    private async Task<WorkStep> PauseAsync(WorkSurroundings around, DateTimeOffset now, string reason, CancellationToken cancellationToken)
    {
        var paused = _planning.Worker with { PausedUntil = now.AddMinutes(1), PausedRevision = around.Options.Revision, Error = reason };
        return await StoreAsync(paused, false, cancellationToken) ? new WorkStep(paused.PausedUntil) : new WorkStep(null, IsLost: true);
    }

    private async Task<bool> StoreAsync(WorkerRow row, bool wishIsHeard, CancellationToken cancellationToken)
    {
        var stored = await parts.Units.StoreAsync(
            row,
            (unit, _) =>
            {
                if (wishIsHeard)
                    unit.Write(ReconcileWish.Heard, new ReconcileWish(row.Connection));
                return Task.CompletedTask;
            },
            cancellationToken);
        if (stored)
            _planning.Follow(row);
        return stored;
    }

    private void Forget(DateTimeOffset now, TimeSpan window)
    {
        while (_sent.TryPeek(out var at) && at <= now - window)
            _sent.Dequeue();
    }
}
