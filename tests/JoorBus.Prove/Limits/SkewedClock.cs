namespace JoorBus.Prove.Limits;

/// <summary>A machine's clock that is wrong by a fixed time.</summary>
internal sealed class SkewedClock(TimeSpan ahead) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
}
