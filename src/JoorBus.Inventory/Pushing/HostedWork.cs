using JoorBus.Inventory.Pacing;

namespace JoorBus.Inventory.Pushing;

/// <summary>One connection's work as the host sees it.</summary>
internal sealed class HostedWork(ConnectionWork work, StockPacer pacer)
{
    private bool _isOver;

    public ConnectionWork Work => work;

    /// <summary>Outlives the lease, so that the pace is known when it comes back.</summary>
    public StockPacer Pacer => pacer;

    public Task Running { get; set; } = Task.CompletedTask;

    public bool IsRunning => !Running.IsCompleted;

    /// <summary>When it is due without news; null when only news makes it due.</summary>
    public DateTimeOffset? NextAt { get; private set; } = DateTimeOffset.MinValue;

    public DateTimeOffset? FailedAt { get; private set; }

    /// <summary>What the last run knew of its surroundings.</summary>
    public WorkSurroundings? Around { get; set; }

    public bool IsOver(long epoch) => !IsRunning && (_isOver || work.Epoch != epoch);

    public bool IsDue(WorkerRow row, WorkSurroundings around, DateTimeOffset now) =>
        NextAt <= now || row.HasUnplanned || row.WantsReconcile || (row.HasDirty && NextAt is null) || row.WantedPush != work.SeenWish
        || around.Settings.Version != Around?.Settings.Version || around.Options.Revision != Around.Options.Revision;

    public void Ended(WorkStep step)
    {
        NextAt = step.NextAt;
        _isOver = step.IsLost;
    }

    public void Failed(DateTimeOffset at)
    {
        FailedAt = at;
        NextAt = at.AddSeconds(1);
        _isOver = true;
    }
}
