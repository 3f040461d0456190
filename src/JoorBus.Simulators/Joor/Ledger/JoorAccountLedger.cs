namespace JoorBus.Simulators.Joor;

/// <summary>The orders of one account, in the order they were added.</summary>
public sealed record JoorAccountLedger(string AccountId, IReadOnlyList<JoorOrderEntry> Orders)
{
    /// <summary>Most requests that were ever under way at the same time.</summary>
    public int MostAtOnce { get; init; }

    /// <summary>Credit windows, oldest first.</summary>
    public IReadOnlyList<JoorCreditWindow> Windows { get; init; } = [];

    /// <summary>Stock as it is now.</summary>
    public IReadOnlyList<JoorStockEntry> Stock { get; init; } = [];

    /// <summary>Styles that requests created, changed or deleted; the untouched ones are left out.</summary>
    public IReadOnlyList<JoorStyleEntry> Styles { get; init; } = [];

    /// <summary>Customers that requests created or changed.</summary>
    public IReadOnlyList<JoorCustomerEntry> Customers { get; init; } = [];

    public IReadOnlyList<JoorJobEntry> Jobs { get; init; } = [];

    /// <summary>Orders that belong into the warehouse as they are now.</summary>
    public IEnumerable<JoorOrderEntry> Expected => Orders.Where(order => order.IsExpectedInWms);
}
