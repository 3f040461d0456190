namespace JoorBus.Joor;

/// <summary>Orders of one filter by their last change, from <paramref name="From"/> on.</summary>
/// <param name="Filter">Which statuses.</param>
/// <param name="From">Earliest time of last change.</param>
/// <param name="Until">Latest time of last change; what changed later may be read too.</param>
public sealed record JoorOrderWindow(JoorOrderFilter Filter, DateTimeOffset From, DateTimeOffset Until);
