using System.Text.Json.Serialization;

namespace JoorBus.Contracts.Orders;

/// <summary>JOOR's order status, by the filter of the v2 reference "get-orders". A string on the wire.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JoorOrderStatus>))]
public enum JoorOrderStatus
{
    /// <summary>A status this version does not know.</summary>
    Unknown = 0,

    /// <summary>Notes: a draft taken down by a sales representative.</summary>
    Notes,

    /// <summary>Waiting for the brand's approval.</summary>
    Pending,

    /// <summary>Approved by the brand: to be shipped.</summary>
    Approved,

    /// <summary>Shipped.</summary>
    Shipped,

    /// <summary>Cancelled.</summary>
    Cancelled,
}
