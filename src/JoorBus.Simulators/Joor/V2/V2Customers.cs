using System.Text.Json.Nodes;

namespace JoorBus.Simulators.Joor;

/// <summary>Customers, which JOOR calls connections.</summary>
internal static class V2Customers
{
    public static JoorAnswer Read(JoorCall call) => V2Page.Of(call, "connections", "connection", call.Account.Customers.All, Write);

    public static JoorAnswer ReadOne(JoorCall call) => Find(call) is { } customer ? V2Page.Of(call, "connections", "connection", [customer], Write) : NotFound(call);

    public static JoorAnswer Update(JoorCall call)
    {
        if (Find(call) is not { } customer)
            return NotFound(call);
        if (call.Tree.Items("connections", "connection") is not [JsonObject node])
            return call.RefuseContent("connections with one connection is required");
        CustomerWriting.Apply(customer, node);
        return call.Answer("connections_updated", []);
    }

    public static JoorAnswer Delete(JoorCall call)
    {
        if (Find(call) is not { } customer)
            return NotFound(call);
        call.Account.Customers.Remove(customer);
        return call.Answer("connections_deleted", []);
    }

    private static StoredCustomer? Find(JoorCall call) =>
        call.Http.Path.Value!.Contains("/customer_code/", StringComparison.OrdinalIgnoreCase) ? call.Account.Customers.ByCode(call.Places[0]) : call.Account.Customers.ById(call.Places[0]);

    private static JoorAnswer NotFound(JoorCall call) => call.Refuse(404, "Connection not found");

    private static JsonObject Write(StoredCustomer customer)
    {
        var json = (JsonObject)customer.Content.DeepClone();
        json.Insert(0, "customer_account_id", customer.Id);
        return json;
    }
}
