namespace JoorBus.Simulators.Joor;

/// <summary>Orders of one answer as JSON texts, and how many matched in all.</summary>
internal sealed record OrderPage(IReadOnlyList<byte[]> Orders, int Total, int Marked);
