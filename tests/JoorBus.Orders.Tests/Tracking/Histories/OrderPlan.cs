namespace JoorBus.Orders.Tests.Tracking.Histories;

/// <summary>What will happen to one order, by seed. Revision N is cancelled, or new content, in JOOR; the warehouse refuses some.</summary>
internal sealed record OrderPlan(IReadOnlyList<bool> Cancels, IReadOnlySet<int> Refused, bool Ships)
{
    private const int MostRevisions = 6;

    public int Newest => Cancels.Count;

    public bool NewestCancels => IsCancellation(Newest);

    public bool IsCancellation(int revision) => Cancels[revision - 1];

    public static OrderPlan By(Random random)
    {
        var cancels = new List<bool> { false };
        var revisions = random.Next(1, MostRevisions + 1);
        while (cancels.Count < revisions)
            // Polling announces a cancelled order again only with new content.
            cancels.Add(!cancels[^1] && random.Next(3) == 0);
        return new(cancels, Enumerable.Range(1, revisions).Where(_ => random.Next(4) == 0).ToHashSet(), random.Next(3) == 0);
    }
}
