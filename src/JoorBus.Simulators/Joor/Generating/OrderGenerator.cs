using System.Globalization;
using JoorBus.Contracts;
using JoorBus.Contracts.Orders;

namespace JoorBus.Simulators.Joor;

/// <summary>Orders by seed: the same seed and account give the same sequence.</summary>
internal sealed class OrderGenerator(int seed, int account, int lines, SeededItems items)
{
    private Random _random = new(HashCodeOf(seed, account));
    private long _nextId = 172_728 + (account * 10_000_000L);

    public string NextId() => (_nextId++).ToString(CultureInfo.InvariantCulture);

    /// <summary>Never gives an id again that an earlier process gave.</summary>
    public void GoOnAfter(long id)
    {
        if (id < _nextId)
            return;
        _nextId = id + 1;
        _random = new(HashCodeOf(unchecked((int)id), account));
    }

    public JoorOrder Next(JoorOrderStatus status, DateTimeOffset now)
    {
        var id = NextId();
        var retailer = _random.Next(Fashion.Retailers.Count);
        var firstItem = _random.Next(Math.Max(1000, items.Count));
        var doors = _random.Next(4) == 0 ? Doors(retailer) : [];
        var shipStart = DateOnly.FromDateTime(now.UtcDateTime).AddDays(_random.Next(5, 60));
        return Totals.Of(new JoorOrder
        {
            JoorOrderId = id,
            Status = status,
            CustomerPurchaseOrder = $"PO-{id}",
            Type = new Coded { Name = "Post-Market" },
            Source = "JOOR iPad",
            Event = new Coded { Name = "JOOR iPad" },
            Season = new Coded { Code = "S27" },
            Delivery = new Coded { Code = "D1", Name = "Spring 1" },
            CreatedAt = now.AddHours(-_random.Next(1, 240)),
            ApprovedAt = status is JoorOrderStatus.Approved or JoorOrderStatus.Shipped ? now : null,
            ShipStart = shipStart,
            ShipEnd = shipStart.AddDays(21),
            Customer = Retailers.Customer(retailer, _random),
            Doors = doors,
            Divisions = _random.Next(3) == 0 ? [new Coded { Code = "WMN", Name = "Women" }] : [],
            PaymentMethod = new Coded { Code = "NET30", Name = "Net 30" },
            ShippingMethod = new Coded { Code = "GRD", Name = "Ground" },
            Warehouse = new Coded { Code = "DEF", Name = "Default" },
            SalesRepresentative = new Coded { Name = "Mike" },
            CreatedByUsername = "mike",
            CreatedByEmail = "mike@brand.example",
            Comments = OneOf(Fashion.Comments),
            TaxIdLabel = "VAT",
            Currency = Fashion.Retailers[retailer].Currency,
            RetailCurrency = Fashion.Retailers[retailer].Currency,
            PriceLabel = $"{Fashion.Retailers[retailer].Currency} wholesale",
            DiscountPercent = _random.Next(3) == 0 ? 5 : 0,
            ShippingTotal = _random.Next(2) == 0 ? 12.5m : 0,
            Lines = [.. Enumerable.Range(0, Math.Min(lines, items.Count)).Select(index => Line(index, firstItem + (index * items.Step), doors))],
        });
    }

    /// <summary>Changes at least one quantity; every third time drops the last line, every third time rewrites the comment.</summary>
    public JoorOrder Amend(JoorOrder order)
    {
        var changed = _random.Next(Math.Max(1, order.Lines.Count - 1));
        var added = _random.Next(1, 7);
        var kept = order.Lines.Select((line, index) => index == changed ? line with { Quantity = line.Quantity + added } : line);
        if (order.Lines.Count > 1 && _random.Next(3) == 0)
            kept = kept.Take(order.Lines.Count - 1);
        var comment = _random.Next(3) == 0 ? $"Changed by phone, slip {_random.Next(1000, 10_000)}." : order.Comments;
        return Totals.Of(order with { Lines = [.. kept], Comments = comment });
    }

    private JoorOrderLine Line(int index, int item, IReadOnlyList<JoorDoor> doors)
    {
        var seeded = items[item];
        return new JoorOrderLine
        {
            LineNumber = index + 1,
            StyleName = seeded.StyleName,
            StyleNumber = seeded.StyleNumber,
            JoorStyleId = (5_517_000 + seeded.Style).ToString(CultureInfo.InvariantCulture),
            StyleIdentifier = seeded.StyleNumber,
            Color = seeded.Color,
            Size = seeded.Size,
            Upc = seeded.Upc,
            Quantity = _random.Next(1, 13),
            Price = seeded.Wholesale,
            UnitPrice = seeded.Wholesale,
            RetailPrice = seeded.Wholesale * 2.5m,
            PriceAdjustment = 0,
            DoorId = doors.Count == 0 ? null : OneOf(doors).DoorId,
            Tags = item % 3 == 0 ? [new JoorStyleTag { Code = "FABNAME", Group = "Fabric", Name = "Fabrication", Value = "Organic" }] : [],
        };
    }

    private static IReadOnlyList<JoorDoor> Doors(int retailer) =>
    [
        new() { DoorId = $"{90_000 + (retailer * 10) + 1}", Name = "Main street" },
        new() { DoorId = $"{90_000 + (retailer * 10) + 2}", Name = "Station", Code = $"D{retailer}2" },
    ];

    private T OneOf<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    // HashCode.Combine differs from process to process; a seed must not.
    private static int HashCodeOf(int seed, int account) => unchecked((seed * 7919) + account);
}
