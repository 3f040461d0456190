namespace JoorBus.Simulators.Comparing;

/// <summary>What both ledgers know of an order's content. Equal when lines and comments are equal.</summary>
public sealed record LedgerContent(IReadOnlyList<LedgerLine> Lines, string? Comments)
{
    public bool Equals(LedgerContent? other) =>
        other is not null && Lines.SequenceEqual(other.Lines) && (Comments ?? "") == (other.Comments ?? "");

    public override int GetHashCode() => HashCode.Combine(Lines.Count, Comments ?? "");
}
