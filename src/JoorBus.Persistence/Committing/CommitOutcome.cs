namespace JoorBus.Persistence.Committing;

/// <summary>How a commit ended. Either everything of the unit is stored or nothing.</summary>
public abstract record CommitOutcome
{
    private CommitOutcome()
    {
    }

    /// <summary>Everything is stored.</summary>
    public sealed record Committed : CommitOutcome
    {
        public static readonly Committed Instance = new();
    }

    /// <summary>Another delivery of the same message was consumed before; nothing is stored.</summary>
    public sealed record AlreadyConsumed : CommitOutcome
    {
        public static readonly AlreadyConsumed Instance = new();
    }

    /// <summary>A row or document had changed since it was read; nothing is stored.</summary>
    public sealed record Conflict(string Statement) : CommitOutcome;
}
