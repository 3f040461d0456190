namespace JoorBus.Simulators.Tests.Joor;

/// <summary>A clock that moves only when told to.</summary>
internal sealed class StandStillClock : TimeProvider
{
    private DateTimeOffset _now = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;
}
