namespace JoorBus.Simulators.Joor;

internal sealed class RequestLog
{
    private readonly Lock _lock = new();
    private readonly List<JoorRequest> _requests = [];
    private long _arrived;

    public long Arrive() => Interlocked.Increment(ref _arrived);

    public void Record(JoorRequest request)
    {
        lock (_lock)
            _requests.Add(request);
    }

    public IReadOnlyList<JoorRequest> Snapshot()
    {
        lock (_lock)
            return [.. _requests.OrderBy(request => request.Number)];
    }
}
