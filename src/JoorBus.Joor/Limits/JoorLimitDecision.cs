namespace JoorBus.Joor;

/// <summary>What <see cref="JoorLimiting.Enter"/> decided.</summary>
public abstract record JoorLimitDecision
{
    private JoorLimitDecision()
    {
    }

    /// <summary>It may go out.</summary>
    public sealed record Granted(int CreditsLeft) : JoorLimitDecision;

    /// <summary>It waits in line; <paramref name="Until"/> is when its turn may come without anybody else's doing, if that is known.</summary>
    public sealed record Wait(JoorLack Lack, DateTimeOffset? Until) : JoorLimitDecision;
}
