using System.Collections.Concurrent;

namespace JoorBus.Joor.Tests;

/// <summary>Grants everything at once unless told otherwise, and remembers what was asked and how it ended.</summary>
internal sealed class RecordingLimits : IJoorLimits
{
    private readonly Lock _gate = new();
    private readonly ConcurrentQueue<JoorPermitRequest> _asked = new();
    private readonly ConcurrentQueue<JoorPermitEnd> _ends = new();
    private int _spent;

    /// <summary>Answers given before everything is granted; null grants.</summary>
    public Queue<JoorPermitAnswer?> Script { get; } = new();

    public IReadOnlyList<JoorPermitRequest> Asked => [.. _asked];

    public IReadOnlyList<JoorPermitEnd> Ends => [.. _ends];

    public Task<JoorPermitAnswer> EnterAsync(JoorPermitRequest request, CancellationToken cancellationToken)
    {
        _asked.Enqueue(request);
        lock (_gate)
        {
            if (Script.TryDequeue(out var answer) && answer is not null)
                return Task.FromResult(answer);
            _spent += request.Credits;
            return Task.FromResult<JoorPermitAnswer>(new JoorPermitAnswer.Granted(new Permit(this, request.Credits), 300 - _spent));
        }
    }

    private sealed class Permit(RecordingLimits limits, int credits) : IJoorPermit
    {
        public ValueTask ReleaseAsync(JoorPermitEnd end)
        {
            limits._ends.Enqueue(end);
            lock (limits._gate)
                limits._spent -= end.IsNeverSent ? credits : 0;
            return ValueTask.CompletedTask;
        }
    }
}
