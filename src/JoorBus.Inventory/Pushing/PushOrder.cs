using JoorBus.Inventory.Setting;

namespace JoorBus.Inventory.Pushing;

/// <summary>What to send and how.</summary>
internal sealed record PushOrder
{
    public required PushKind Kind { get; init; }

    public required IReadOnlyList<ClaimedEntry> Entries { get; init; }

    public required InventorySettings Settings { get; init; }

    public required string ConnectionName { get; init; }

    /// <summary>Counts the requests of this worker.</summary>
    public required int Number { get; init; }

    /// <summary>Failures in a row before this one.</summary>
    public int Failures { get; init; }

    /// <summary>Whether a refusal of the whole may be searched by halves.</summary>
    public bool MayHalve { get; init; }

    /// <summary>How long before the lease's end a request is given up.</summary>
    public TimeSpan LeaseMargin { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How much lease the request begins with.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    public int? Revision { get; init; }

    /// <summary>When the entries were read.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The wish that an overwrite fulfils, as stored.</summary>
    public string? Wish { get; init; }

    /// <summary>How the worker's row goes on when this is settled.</summary>
    public Func<WorkerRow, StockSettling, WorkerRow> Then { get; init; } = (worker, _) => worker;

    public WorkerRow After(WorkerRow worker, StockSettling settling)
    {
        var next = worker with
        {
            PausedUntil = settling.PausedUntil,
            PausedRevision = settling.PausedUntil is null ? null : Revision,
            Error = settling.PausedUntil is null && !settling.IsWholeRefused ? null : settling.Reason,
        };
        // What JOOR refuses as a whole would be refused again: a person asks anew.
        if (Kind == PushKind.Overwrite && (settling.IsWholeRefused || settling.State is PushState.Settled or PushState.PartlyRefused))
            next = next with { FullAt = At };
        return Then(next, settling);
    }
}
