namespace JoorBus.Inventory.Pacing;

/// <summary>What to do now.</summary>
public abstract record PaceDecision
{
    private PaceDecision()
    {
    }

    /// <summary>Send the oldest <paramref name="Entries"/>.</summary>
    public sealed record Send(int Entries) : PaceDecision;

    /// <summary>Nothing before <paramref name="Until"/>; null waits for news.</summary>
    public sealed record Wait(DateTimeOffset? Until) : PaceDecision;
}
