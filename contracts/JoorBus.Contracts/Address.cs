namespace JoorBus.Contracts;

/// <summary>A postal address with its contact.</summary>
public sealed record Address
{
    /// <summary>The address's code in JOOR (shipping_code, billing_code).</summary>
    public string? Code { get; init; }

    /// <summary>Company or person the address belongs to.</summary>
    public string? Name { get; init; }

    /// <summary>First address line.</summary>
    public string? Line1 { get; init; }

    /// <summary>Second address line.</summary>
    public string? Line2 { get; init; }

    /// <summary>City or town.</summary>
    public string? City { get; init; }

    /// <summary>State, province or region.</summary>
    public string? Region { get; init; }

    /// <summary>Postal code, as written.</summary>
    public string? PostalCode { get; init; }

    /// <summary>Country as JOOR spells it.</summary>
    public string? Country { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? CountryIso2 { get; init; }

    /// <summary>ISO 3166-1 alpha-3.</summary>
    public string? CountryIso3 { get; init; }

    /// <summary>Telephone number, as written.</summary>
    public string? Phone { get; init; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }
}
