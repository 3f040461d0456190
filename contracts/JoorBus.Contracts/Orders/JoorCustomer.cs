namespace JoorBus.Contracts.Orders;

/// <summary>The retailer of an order, with the addresses the order goes to.</summary>
public sealed record JoorCustomer
{
    /// <summary>The brand's customer code; null until JOOR or the brand assigns the customer.</summary>
    public string? Code { get; init; }

    /// <summary>Name of the retailer.</summary>
    public string? Name { get; init; }

    /// <summary>Customer group.</summary>
    public Coded? Group { get; init; }

    /// <summary>The brand's company (company number) that sells.</summary>
    public Coded? Company { get; init; }

    /// <summary>Name of the retailer's buyer.</summary>
    public string? BuyerName { get; init; }

    /// <summary>Address billed (sold-to).</summary>
    public Address? SoldTo { get; init; }

    /// <summary>Address shipped to.</summary>
    public Address? ShipTo { get; init; }
}
