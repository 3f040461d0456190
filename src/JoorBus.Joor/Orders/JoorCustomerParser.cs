using JoorBus.Contracts;
using JoorBus.Contracts.Orders;

namespace JoorBus.Joor;

/// <summary>The customer fields that JOOR spreads over the order.</summary>
internal static class JoorCustomerParser
{
    public static JoorCustomer Read(JoorFields order) => new()
    {
        Code = order.Text("customer_code"),
        Name = order.Text("customer_name"),
        Group = order.Coded("customer_group_code", "customer_group_name"),
        Company = order.Coded("company_code", "company_name"),
        BuyerName = order.Text("customer_buyer_name"),
        SoldTo = Address(order, "billing_"),
        ShipTo = Address(order, "shipping_"),
    };

    private static Address? Address(JoorFields order, string prefix)
    {
        var address = new Address
        {
            Code = order.Text(prefix + "code"),
            Name = order.Text(prefix + "name"),
            Line1 = order.Text(prefix + "address_1"),
            Line2 = order.Text(prefix + "address_2"),
            City = order.Text(prefix + "city"),
            Region = order.Text(prefix + "region"),
            PostalCode = order.Text(prefix + "postal_code"),
            Country = order.Text(prefix + "country"),
            CountryIso2 = order.Text(prefix + "country_iso_two"),
            CountryIso3 = order.Text(prefix + "country_iso_three"),
            Phone = order.Text(prefix + "phone"),
            Email = order.Text(prefix + "email"),
        };
        return address == new Address() ? null : address;
    }
}
