namespace JoorBus.Simulators.Comparing;

/// <summary>What both ledgers know of a line: position, item and units.</summary>
public sealed record LedgerLine(int LineNumber, string? Upc, int Quantity);
