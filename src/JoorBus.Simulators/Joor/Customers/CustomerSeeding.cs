using System.Text.Json.Nodes;
using JoorBus.Contracts;

namespace JoorBus.Simulators.Joor;

/// <summary>The made-up retailers as v2 shows customers.</summary>
internal static class CustomerSeeding
{
    public static JsonObject Content(int index, IReadOnlyList<JoorSimulatorPriceType> priceTypes)
    {
        var retailer = Retailers.Customer(index, new Random(index));
        var type = priceTypes.FirstOrDefault(type => type.Currency == Fashion.Retailers[index].Currency) ?? (priceTypes.Count > 0 ? priceTypes[0] : null);
        return new JsonObject
        {
            ["customer_code"] = retailer.Code,
            ["customer_name"] = retailer.Name,
            ["customer_alias"] = "",
            ["customer_contact_name"] = retailer.BuyerName,
            ["customer_contact_email"] = $"buyer@retailer{index + 1}.example",
            ["customer_buyer_name"] = retailer.BuyerName,
            ["company_number_name"] = retailer.Company?.Name,
            ["company_number_code"] = retailer.Company?.Code,
            ["customer_group_name"] = retailer.Group?.Name,
            ["customer_group_code"] = retailer.Group?.Code,
            ["sales_rep_code"] = "",
            ["warehouses"] = new JsonArray(new JsonObject { ["warehouse_name"] = "Default", ["warehouse_code"] = "DEF" }),
            ["billing"] = new JsonObject { ["billing_addresses"] = new JsonArray(Address("billing", retailer.SoldTo!, 52_001 + index)) },
            ["shipping"] = new JsonObject { ["shipping_addresses"] = new JsonArray(Address("shipping", retailer.ShipTo!, 53_001 + index)) },
            ["price_types"] = type is null ? [] : new JsonArray(new JsonObject
            {
                ["price_type_label"] = type.Label,
                ["price_type_currency_code"] = type.Currency,
                ["price_type_retail_currency_code"] = type.RetailCurrency,
            }),
        };
    }

    private static JsonObject Address(string kind, Address address, int id) => new()
    {
        [$"{kind}_address_id"] = id,
        [$"{kind}_code"] = address.Code,
        [$"{kind}_name"] = address.Name,
        [$"{kind}_phone"] = address.Phone,
        [$"{kind}_address_1"] = address.Line1,
        [$"{kind}_address_2"] = address.Line2 ?? "",
        [$"{kind}_city"] = address.City,
        [$"{kind}_state"] = address.Region,
        [$"{kind}_postal_code"] = address.PostalCode,
        [$"{kind}_country"] = address.Country,
    };
}
