namespace JoorBus.Inventory;

/// <summary>Settings of the stock slice. Environment: <c>JOORBUS__INVENTORY__…</c>.</summary>
public sealed class InventoryOptions
{
    /// <summary>Share of the stocked levels that a full count may let vanish without a person's word. Default 0.2, 0 to 1.</summary>
    public decimal MaxSnapshotLoss { get; set; } = 0.2m;

    /// <summary>How long a completed count waits for levels that do not come. Default 10 min, 1 s to 1 day.</summary>
    public TimeSpan SnapshotPatience { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Different levels that wait to be stored, at which no more are read. Default 100,000, 1 to 100,000.</summary>
    public int ReceiveBatch { get; set; } = 100_000;

    /// <summary>Messages of levels that this process holds at once in a flood, by their size fewer. Default 6,000, 1 to 10,000.</summary>
    public int ReceivePrefetch { get; set; } = 6000;

    /// <summary>
    /// How long a host keeps a connection's stock without renewing its lease, which it does all the time. Default 40 s, 10 s to 30 min.
    /// For a request it is at least the connection's RequestTimeout and some.
    /// </summary>
    public TimeSpan WorkerLease { get; set; } = TimeSpan.FromSeconds(40);

    /// <summary>How long a request whose host died may still take effect in JOOR. Default 10 s, 0 to 10 min.</summary>
    public TimeSpan LateEffect { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often workers look for work that nobody told them of. Default 3 s, 100 ms to 1 min.</summary>
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Connections that this host plans and pushes for at once. Default 8, 1 to 100.</summary>
    public int ConnectionsAtOnce { get; set; } = 8;

    /// <summary>Every fault of these settings, as sentences; empty when none.</summary>
    public IEnumerable<string> Faults()
    {
        if (MaxSnapshotLoss is < 0 or > 1)
        {
            yield return $"JOORBUS__INVENTORY__MAXSNAPSHOTLOSS is {MaxSnapshotLoss}; allowed is 0 to 1";
        }

        if (SnapshotPatience < TimeSpan.FromSeconds(1) || SnapshotPatience > TimeSpan.FromDays(1))
        {
            yield return $"JOORBUS__INVENTORY__SNAPSHOTPATIENCE is {SnapshotPatience}; allowed is 00:00:01 to 1.00:00:00";
        }

        if (ReceiveBatch is < 1 or > 100_000)
        {
            yield return $"JOORBUS__INVENTORY__RECEIVEBATCH is {ReceiveBatch}; allowed is 1 to 100000";
        }

        if (ReceivePrefetch is < 1 or > 10_000)
        {
            yield return $"JOORBUS__INVENTORY__RECEIVEPREFETCH is {ReceivePrefetch}; allowed is 1 to 10000";
        }

        if (WorkerLease < TimeSpan.FromSeconds(10) || WorkerLease > TimeSpan.FromMinutes(30))
        {
            yield return $"JOORBUS__INVENTORY__WORKERLEASE is {WorkerLease}; allowed is 00:00:10 to 00:30:00";
        }

        if (LateEffect < TimeSpan.Zero || LateEffect > TimeSpan.FromMinutes(10))
        {
            yield return $"JOORBUS__INVENTORY__LATEEFFECT is {LateEffect}; allowed is 00:00:00 to 00:10:00";
        }

        if (LookEvery < TimeSpan.FromMilliseconds(100) || LookEvery > TimeSpan.FromMinutes(1))
        {
            yield return $"JOORBUS__INVENTORY__LOOKEVERY is {LookEvery}; allowed is 00:00:00.1 to 00:01:00";
        }

        if (ConnectionsAtOnce is < 1 or > 100)
        {
            yield return $"JOORBUS__INVENTORY__CONNECTIONSATONCE is {ConnectionsAtOnce}; allowed is 1 to 100";
        }
    }
}
