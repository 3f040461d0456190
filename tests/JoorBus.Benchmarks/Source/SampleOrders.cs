using System.Globalization;
using JoorBus.Contracts;
using JoorBus.Contracts.Orders;

namespace JoorBus.Benchmarks.Source;

/// <summary>Orders of 12 lines whose event has about 4.3 kB; everything follows from the number.</summary>
public static class SampleOrders
{
    public const int LinesPerOrder = 12;
    private const decimal UnitPrice = 48.50m;

    private static readonly string[] Sizes = ["XS", "S", "M", "L"];
    private static readonly string[] Colors = ["Black", "Ivory", "Sage"];
    private static readonly DateTimeOffset Day = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static string JoorOrderId(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static JoorOrder Order(int number) => new()
    {
        JoorOrderId = JoorOrderId(number),
        Status = JoorOrderStatus.Approved,
        CustomerPurchaseOrder = $"PO-{number}",
        Season = new Coded { Code = "FW26", Name = "Fall Winter 2026" },
        CreatedAt = Day,
        ApprovedAt = Day.AddSeconds(number),
        ModifiedAt = Day.AddSeconds(number),
        ShipStart = new DateOnly(2026, 8, 1),
        ShipEnd = new DateOnly(2026, 9, 15),
        Customer = Customer(number % 200),
        PaymentMethod = new Coded { Code = "N30" },
        ShippingMethod = new Coded { Code = "UPSG" },
        Warehouse = new Coded { Code = "EAST" },
        Currency = "USD",
        Total = LinesPerOrder * 6 * UnitPrice,
        Lines = [.. Enumerable.Range(1, LinesPerOrder).Select(line => Line(number, line))],
    };

    private static JoorCustomer Customer(int customer) => new()
    {
        Code = $"C{customer:D5}",
        Name = $"Retailer {customer}",
        BuyerName = "A. Buyer",
        SoldTo = Address(customer, "Main Street"),
        ShipTo = Address(customer, "Dock Road"),
    };

    private static Address Address(int customer, string street) => new()
    {
        Code = $"A{customer:D5}",
        Line1 = $"{customer + 1} {street}",
        City = "Portland",
        Region = "OR",
        PostalCode = "97201",
        CountryIso2 = "US",
        CountryIso3 = "USA",
    };

    private static JoorOrderLine Line(int number, int line)
    {
        var style = (number + line / 4) % 900;
        return new JoorOrderLine
        {
            LineNumber = line,
            StyleName = $"Wool overshirt {style}",
            StyleNumber = $"ST{style:D5}",
            JoorStyleId = $"{700_000 + style}",
            StyleIdentifier = $"FW26-{style:D5}",
            Color = new Coded { Code = $"C{line % 3}", Name = Colors[line % 3] },
            Size = new Coded { Code = Sizes[line % 4] },
            Upc = $"{840_000_000_000 + style * 16 + line}",
            Quantity = 6,
            UnitPrice = UnitPrice,
            RetailPrice = 110m,
            ExtendedPrice = 6 * UnitPrice,
        };
    }
}
