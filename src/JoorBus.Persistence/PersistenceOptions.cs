namespace JoorBus.Persistence;

/// <summary>Settings of the durable core.</summary>
public sealed class PersistenceOptions
{
    /// <summary>PostgreSQL connection string.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>Schema that holds every table. Default <c>joorbus</c>.</summary>
    public string Schema { get; set; } = "joorbus";

    /// <summary>How long consumed message ids are remembered. Default 32 days; at least 1, as a rule 30.</summary>
    public TimeSpan InboxRetention { get; set; } = TimeSpan.FromDays(32);

    /// <summary>How long the committing process alone may publish a message before the sweeper does. Default 10 s, 1 s to 10 min.</summary>
    public TimeSpan OutboxLease { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Most units of work that one commit carries. Default 100, 1 to 1,000; 1 gives every message a commit of its own.</summary>
    public int MaxUnitsPerCommit { get; set; } = 100;

    /// <summary>Commits under way at once in this process. Default 1, 1 to 16.</summary>
    public int CommitLanes { get; set; } = 1;

    /// <summary>Every fault of these settings, as sentences; empty when none.</summary>
    public IEnumerable<string> Faults()
    {
        if (InboxRetention < TimeSpan.FromDays(1))
        {
            yield return $"InboxRetention is {InboxRetention}; allowed is 1 day or more (30 days keep every waiting dead letter recognisable)";
        }

        if (OutboxLease < TimeSpan.FromSeconds(1) || OutboxLease > TimeSpan.FromMinutes(10))
        {
            yield return $"OutboxLease is {OutboxLease}; allowed is 00:00:01 to 00:10:00";
        }

        if (MaxUnitsPerCommit is < 1 or > 1000)
        {
            yield return $"MaxUnitsPerCommit is {MaxUnitsPerCommit}; allowed is 1 to 1000";
        }

        if (CommitLanes is < 1 or > 16)
        {
            yield return $"CommitLanes is {CommitLanes}; allowed is 1 to 16";
        }
    }
}
