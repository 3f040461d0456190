using JoorBus.Joor;

namespace JoorBus.Connections.Sharing;

/// <summary>One wait for a permit in this process.</summary>
internal sealed class LimitVisit(JoorPermitRequest request, TimeProvider clock)
{
    /// <summary>Timestamp of its arrival.</summary>
    public long Arrived { get; } = clock.GetTimestamp();

    public JoorPermitRequest Request => request;

    /// <summary>Unique over all copies; null before the first asking.</summary>
    public string? Id { get; set; }

    /// <summary>True while the database may know of it.</summary>
    public bool IsKnown { get; set; }

    /// <summary>True once it has its permit.</summary>
    public bool IsGranted { get; set; }

    public TimeSpan Left => request.Patience - clock.GetElapsedTime(Arrived) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    public bool IsOver => Left == TimeSpan.Zero;

    public TaskCompletionSource Woken { get; private set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How long to wait for <see cref="Woken"/> before asking again.</summary>
    public TimeSpan Nap { get; set; }

    public TaskCompletionSource Renew() => Woken = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Waits for either; a cancelled wait throws.</summary>
    public async Task RestAsync(Task what, TimeSpan longest, CancellationToken cancellationToken)
    {
        using var rested = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(what, Task.Delay(longest, clock, rested.Token));
        await rested.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }
}
