using JoorBus.Joor;

namespace JoorBus.Connections.Sharing;

/// <summary>A place in a <see cref="LimitLanes"/> lane of this process.</summary>
internal sealed class LimitPlace(object lane, JoorPriority priority, long number)
{
    private readonly TaskCompletionSource _best = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public object Lane => lane;

    public (JoorPriority, long) Order => (priority, number);

    public bool HasAsked { get; set; }

    /// <summary>Done once hardly anybody of this process is before it: it may ask the database.</summary>
    public Task IsBest => _best.Task;

    public void BecomesBest() => _best.TrySetResult();
}
