using System.Globalization;

namespace JoorBus.Inventory.Counting;

/// <summary>What becomes of a completed count. Pure.</summary>
internal static class SnapshotDeciding
{
    public static SnapshotDecision Decide(SnapshotFacts facts, decimal maxLoss, TimeSpan patience, DateTimeOffset now)
    {
        if (!facts.IsWhole)
        {
            return now - facts.ProgressedAt > patience ? new SnapshotDecision.GiveUp(Missing(facts, patience)) : SnapshotDecision.Wait.Instance;
        }

        if (facts.LevelCount == 0)
        {
            return new SnapshotDecision.Hold(Sentence($"it names no level at all; {facts.Vanishing:N0} of {facts.Stocked:N0} levels with stock would become 0"));
        }

        return facts.Vanishing > maxLoss * facts.Stocked
            ? new SnapshotDecision.Hold(Sentence($"{facts.Vanishing:N0} of {facts.Stocked:N0} levels with stock would become 0, which is more than the allowed share of {maxLoss:0.####}; it names {facts.LevelCount:N0} levels"))
            : SnapshotDecision.Apply.Instance;
    }

    private static string Missing(SnapshotFacts facts, TimeSpan patience) => facts.HasStart
        ? Sentence($"it says {facts.LevelCount:N0} levels, {facts.Told:N0} different ones came, and no more for {patience}; nothing was removed")
        : Sentence($"its beginning was not told within {patience}; nothing was removed");

    private static string Sentence(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What is known of a completed count.</summary>
/// <param name="HasStart">Whether its beginning was told.</param>
/// <param name="LevelCount">Different levels by its own word.</param>
/// <param name="Told">Different levels that came.</param>
/// <param name="Stocked">Levels with stock in the counted warehouses.</param>
/// <param name="Vanishing">Those of them that it did not tell and that are older than its beginning.</param>
/// <param name="ProgressedAt">When something of it came last.</param>
internal sealed record SnapshotFacts(bool HasStart, int LevelCount, int Told, int Stocked, int Vanishing, DateTimeOffset ProgressedAt)
{
    public bool IsWhole => HasStart && Told >= LevelCount;
}

internal abstract record SnapshotDecision
{
    private SnapshotDecision()
    {
    }

    public sealed record Wait : SnapshotDecision
    {
        public static readonly Wait Instance = new();
    }

    public sealed record Apply : SnapshotDecision
    {
        public static readonly Apply Instance = new();
    }

    public sealed record Hold(string Reason) : SnapshotDecision;

    public sealed record GiveUp(string Reason) : SnapshotDecision;
}
