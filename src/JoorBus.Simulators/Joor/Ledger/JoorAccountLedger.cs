namespace JoorBus.Simulators.Joor;

/// <summary>The orders of one account, in the order they were added.</summary>
public sealed record JoorAccountLedger(string AccountId, IReadOnlyList<JoorOrderEntry> Orders)
{
    /// <summary>Orders that belong into the warehouse as they are now.</summary>
    public IEnumerable<JoorOrderEntry> Expected => Orders.Where(order => order.IsExpectedInWms);
}
