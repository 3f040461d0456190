namespace JoorBus.Benchmarks.Measuring;

/// <summary>How to empty a contender's tables and see that its work is done.</summary>
/// <param name="Postgres">Connection string.</param>
/// <param name="Empty">Statement that empties all tables of the path.</param>
/// <param name="CountAccepted">Query: sagas in the state Accepted.</param>
/// <param name="CountOutbox">Query: messages not yet confirmed and deleted.</param>
public sealed record OrderPathTables(string Postgres, string Empty, string CountAccepted, string CountOutbox);
