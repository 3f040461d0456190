namespace JoorBus.Prove.World;

/// <summary>The warehouse's clock: runs with the system's until it leaps ahead, so that shipping begins on command.</summary>
internal sealed class LeapingClock : TimeProvider
{
    private TimeSpan ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;

    public void Leap(TimeSpan by) => ahead += by;
}
