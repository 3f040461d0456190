using System.Text.Json.Nodes;

namespace JoorBus.Simulators.Joor;

/// <summary>Takes over what a customer's node gives; lists are replaced as a whole.</summary>
internal static class CustomerWriting
{
    private static readonly Dictionary<string, string> Lists = new() { ["warehouses"] = "warehouse", ["price_types"] = "price_type" };

    public static void Apply(StoredCustomer customer, JsonObject node)
    {
        foreach (var (name, value) in node.Where(part => part.Key != "customer_account_id"))
        {
            customer.Content[name] = name switch
            {
                _ when Lists.TryGetValue(name, out var item) => Array(node.Items(name, item)),
                "billing" or "shipping" => new JsonObject { [$"{name}_addresses"] = Array(value.Items($"{name}_addresses", $"{name}_address")) },
                _ => value?.DeepClone(),
            };
        }
        customer.IsTouched = true;
    }

    /// <summary>Adds or updates by customer code; false with a reason when it cannot be taken over.</summary>
    public static string? Merge(JoorCustomers customers, JsonObject node)
    {
        var known = customers.ByCode(node.Text("customer_code"));
        if (known is null && node.Text("customer_name") is null)
            return "customer_name is required";
        Apply(known ?? customers.Add([]), node);
        return null;
    }

    private static JsonArray Array(IEnumerable<JsonNode> nodes) => new([.. nodes.Select(node => node.DeepClone())]);
}
