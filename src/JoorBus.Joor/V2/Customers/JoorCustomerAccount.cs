namespace JoorBus.Joor;

/// <summary>A customer of the brand, which v2 calls a connection (references "connection-get", "bulk-connection-postput").</summary>
/// <remarks>New customers are matched with JOOR's retailers by JOOR's staff, in about 72 hours. Null and empty are not written.</remarks>
public sealed record JoorCustomerAccount
{
    /// <summary>customer_account_id; given by JOOR.</summary>
    public string? AccountId { get; init; }

    /// <summary>The brand's code: at most 50 characters. A bulk call updates the customer whose code is the same.</summary>
    public string? Code { get; init; }

    /// <summary>At most 100 characters. Required to create.</summary>
    public string? Name { get; init; }

    /// <summary>At most 150 characters.</summary>
    public string? Alias { get; init; }

    /// <summary>Write only; read it as <see cref="ContactEmail"/>.</summary>
    public string? Email { get; init; }

    /// <summary>At most 1000 characters.</summary>
    public string? ContactName { get; init; }

    /// <summary>At most 50 characters.</summary>
    public string? ContactEmail { get; init; }

    /// <summary>At most 50 characters.</summary>
    public string? BuyerName { get; init; }

    /// <summary>At most 150 characters; must be set up in JOOR.</summary>
    public string? CompanyNumberName { get; init; }

    /// <summary>At most 100 characters.</summary>
    public string? CompanyNumberCode { get; init; }

    /// <summary>At most 150 characters; must be set up in JOOR.</summary>
    public string? GroupName { get; init; }

    /// <summary>At most 100 characters.</summary>
    public string? GroupCode { get; init; }

    /// <summary>At most 100 characters.</summary>
    public string? SalesRepCode { get; init; }

    public IReadOnlyList<JoorCustomerWarehouse> Warehouses { get; init; } = [];

    public IReadOnlyList<JoorCustomerAddress> BillingAddresses { get; init; } = [];

    public IReadOnlyList<JoorCustomerAddress> ShippingAddresses { get; init; } = [];

    /// <summary>Label and currency are those set up in JOOR, the same as at the styles.</summary>
    public IReadOnlyList<JoorCustomerPriceType> PriceTypes { get; init; } = [];
}

/// <summary>A warehouse: name at most 150 characters, code at most 100.</summary>
public sealed record JoorCustomerWarehouse
{
    public string? Name { get; init; }

    public string? Code { get; init; }
}

/// <summary>A price label with its currencies, ISO 4217.</summary>
public sealed record JoorCustomerPriceType
{
    public string? Label { get; init; }

    public string? Currency { get; init; }

    public string? RetailCurrency { get; init; }
}

/// <summary>A billing or a shipping address.</summary>
public sealed record JoorCustomerAddress
{
    /// <summary>JOOR's id.</summary>
    public string? Id { get; init; }

    /// <summary>At most 50 characters.</summary>
    public string? Code { get; init; }

    public string? Name { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? Line1 { get; init; }

    public string? Line2 { get; init; }

    public string? City { get; init; }

    /// <summary>Called state here, region in orders.</summary>
    public string? State { get; init; }

    public string? PostalCode { get; init; }

    public string? Country { get; init; }
}
