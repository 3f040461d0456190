namespace JoorBus.Joor;

/// <summary>Reads orders of one connection and marks them as exported, through v2 or v4.</summary>
public abstract class JoorOrderReader
{
    /// <summary>Key under which this connection's credits are counted; never a secret.</summary>
    public abstract string Account { get; }

    /// <summary>What <see cref="MarkAsync"/> needs to be given.</summary>
    public abstract JoorMarksBy MarksBy { get; }

    /// <summary>
    /// The window page by page; the next page is fetched while the last one is consumed. Ends after the first answer that is not accepted. The
    /// window was seen as a whole when the last answer is accepted and its <see cref="JoorOrderPage.Shifted"/> is null. An order may come twice.
    /// </summary>
    public abstract IAsyncEnumerable<JoorAnswer<JoorOrderPage>> ReadWindowAsync(JoorOrderWindow window, CancellationToken cancellationToken);

    /// <summary>One order as it is now, whatever its status; nothing is marked. NotFound when JOOR has none of this id.</summary>
    public abstract Task<JoorAnswer<JoorOrderReading>> ReadOneAsync(string joorOrderId, CancellationToken cancellationToken);

    /// <summary>Marks as exported, step by step; ends after the first answer that is not accepted. Mark only what is stored.</summary>
    public abstract IAsyncEnumerable<JoorAnswer<JoorOrderMarks>> MarkAsync(JoorOrderMarking marking, CancellationToken cancellationToken);

    /// <summary>The cheapest request that shows whether address, token and answer are right: one order, no mark, one credit.</summary>
    public abstract Task<JoorAnswer<JoorOrderPage>> TestAsync(CancellationToken cancellationToken);
}
