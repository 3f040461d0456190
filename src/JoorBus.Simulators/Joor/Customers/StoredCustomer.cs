using System.Text.Json.Nodes;

namespace JoorBus.Simulators.Joor;

/// <summary>A retailer the brand is connected with; its content in v2's words.</summary>
internal sealed class StoredCustomer
{
    public required int Id { get; init; }
    public required JsonObject Content { get; set; }

    /// <summary>Whether a request created or changed it.</summary>
    public bool IsTouched { get; set; }

    public string? Code => Content.Text("customer_code");
}
