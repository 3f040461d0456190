using JoorBus.Contracts;
using JoorBus.Contracts.Orders;

namespace JoorBus.Simulators.Joor;

internal static class Retailers
{
    public static JoorCustomer Customer(int index, Random random)
    {
        var retailer = Fashion.Retailers[index];
        var address = new Address
        {
            Code = $"A{index + 1:D3}",
            Name = retailer.Name,
            Line1 = retailer.Street,
            City = retailer.City,
            Region = retailer.Region,
            PostalCode = retailer.Post,
            Country = retailer.Country,
            CountryIso2 = retailer.Iso2,
            CountryIso3 = retailer.Iso3,
            Phone = $"+1 555 01{index:D2}",
        };
        return new JoorCustomer
        {
            Code = $"C{index + 1:D4}",
            Name = retailer.Name,
            Group = new Coded { Code = "SPC", Name = "Specialty" },
            Company = new Coded { Code = "WMN", Name = "WOMEN" },
            BuyerName = Fashion.Buyers[random.Next(Fashion.Buyers.Count)],
            SoldTo = address,
            ShipTo = address with { Line2 = "Goods in", Email = $"goods-in@retailer{index + 1}.example" },
        };
    }
}
