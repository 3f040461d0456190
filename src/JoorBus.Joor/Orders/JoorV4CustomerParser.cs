using JoorBus.Contracts;
using JoorBus.Contracts.Orders;

namespace JoorBus.Joor;

/// <summary>The customer of a v4 order.</summary>
internal static class JoorV4CustomerParser
{
    public static JoorCustomer Read(JoorFields order)
    {
        var customer = order.Child("customer");
        return new JoorCustomer
        {
            Code = customer?.Text("code"),
            Name = customer?.Text("name"),
            Group = JoorV4OrderParser.Coded(order, "customer_group"),
            Company = JoorV4OrderParser.Coded(order, "company_number"),
            BuyerName = customer?.Text("buyer_name") ?? order.Child("buyer")?.Text("name"),
            SoldTo = Address(order.Child("billing_address")),
            ShipTo = Address(order.Child("shipping_address")),
        };
    }

    private static Address? Address(JoorFields? fields)
    {
        if (fields is null)
            return null;
        var country = fields.Text("country");
        var address = new Address
        {
            Code = fields.Text("code"),
            Name = Name(fields.Text("company"), fields.Text("name")),
            Line1 = fields.Text("line1"),
            Line2 = fields.Text("line2"),
            City = fields.Text("city"),
            Region = fields.Text("state"),
            PostalCode = fields.Text("zip"),
            Country = country,
            CountryIso2 = country is { Length: 2 } ? country : null,
            CountryIso3 = country is { Length: 3 } ? country : null,
            Phone = fields.Text("phone"),
            Email = fields.Text("email"),
        };
        return address == new Address() ? null : address;
    }

    private static string? Name(string? company, string? person) =>
        company is null ? person : person is null || person == company ? company : $"{company}, {person}";
}
