using System.Text.Json.Nodes;
using JoorBus.Contracts;
using JoorBus.Contracts.Orders;

namespace JoorBus.Simulators.Joor;

/// <summary>What an order names by id or code: customer, addresses, price type, collection.</summary>
internal static class V4OrderReferences
{
    public static JoorCustomer? Customer(JoorCall call, JsonObject element)
    {
        var customers = call.Account.Customers;
        var stored = element.Text("customer_id") is { } id ? customers.ById(id) : customers.ByCode(element.Text("customer_code"));
        return stored is null ? null : new JoorCustomer
        {
            Code = stored.Code,
            Name = stored.Content.Text("customer_name"),
            BuyerName = stored.Content.Text("customer_buyer_name"),
            Group = new Coded { Code = stored.Content.Text("customer_group_code"), Name = stored.Content.Text("customer_group_name") },
            Company = new Coded { Code = stored.Content.Text("company_number_code"), Name = stored.Content.Text("company_number_name") },
        };
    }

    /// <summary>Null when all that is named is there.</summary>
    public static V4Result? Apply(JoorCall call, JsonObject element, ref JoorOrder order)
    {
        var types = call.Account.Catalog.PriceTypes;
        var (typeId, typeName) = (element.Text("price_type_id"), element.Text("price_type_name"));
        if (typeId is not null || typeName is not null)
        {
            if (types.FirstOrDefault(type => typeId is null ? type.Label == typeName : type.Id == typeId) is not { } type)
                return V4Result.NotFound("Price type not found");
            order = order with { PriceLabel = type.Label, Currency = type.Currency, RetailCurrency = type.RetailCurrency };
        }
        var (id, code) = (element.Text("collection_id"), element.Text("collection_code"));
        if (id is not null || code is not null)
        {
            if (call.Account.Collections.Collections.Find(one => id is null ? one.Text("external_id") == code : one.Text("id") == id) is not { } collection)
                return V4Result.NotFound(id is null ? $"Collection `{code}` not found" : $"Collection id `{id}` not found");
            order = order with { Delivery = new Coded { Code = collection.Text("external_id"), Name = collection.Text("name") } };
        }
        if (!TryAddress(call, element, "shipping", order, out var shipTo))
            return V4Result.NotFound("Shipping address not found");
        if (!TryAddress(call, element, "billing", order, out var soldTo))
            return V4Result.NotFound("Billing address not found");
        order = order with { Customer = order.Customer with { ShipTo = shipTo ?? order.Customer.ShipTo, SoldTo = soldTo ?? order.Customer.SoldTo } };
        return null;
    }

    private static bool TryAddress(JoorCall call, JsonObject element, string kind, JoorOrder order, out Address? address)
    {
        address = null;
        var (id, code) = (element.Text($"{kind}_address_id"), element.Text($"{kind}_address_code"));
        if (id is null && code is null)
            return true;
        var addresses = call.Account.Customers.ByCode(order.Customer.Code)?.Content.Child(kind).Items($"{kind}_addresses", $"{kind}_address") ?? [];
        if (addresses.FirstOrDefault(one => id is null ? one.Text($"{kind}_code") == code : one.Text($"{kind}_address_id") == id) is not { } found)
            return false;
        address = new Address
        {
            Code = found.Text($"{kind}_code"),
            Name = found.Text($"{kind}_name"),
            Line1 = found.Text($"{kind}_address_1"),
            Line2 = found.Text($"{kind}_address_2"),
            City = found.Text($"{kind}_city"),
            Region = found.Text($"{kind}_state"),
            PostalCode = found.Text($"{kind}_postal_code"),
            Country = found.Text($"{kind}_country"),
            Phone = found.Text($"{kind}_phone"),
        };
        return true;
    }
}
