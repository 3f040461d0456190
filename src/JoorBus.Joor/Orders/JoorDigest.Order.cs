using JoorBus.Contracts;
using JoorBus.Contracts.Orders;

namespace JoorBus.Joor;

internal sealed partial class JoorDigest
{
    public void Add(JoorOrder order)
    {
        Add(order.JoorOrderId);
        Add(order.CustomerPurchaseOrder);
        Add(order.IntegrationPurchaseOrder);
        Add(order.Type);
        Add(order.Source);
        Add(order.Event);
        Add(order.Season);
        Add(order.Delivery);
        Add(order.CreatedAt);
        Add(order.ApprovedAt);
        Add(order.ShipStart);
        Add(order.ShipEnd);
        Add(order.Customer);
        AddUnordered(order.Doors, static (digest, door) => digest.Add(door));
        AddUnordered(order.Divisions, static (digest, division) => digest.Add(division));
        Add(order.PaymentMethod);
        Add(order.ShippingMethod);
        Add(order.Warehouse);
        Add(order.SalesRepresentative);
        Add(order.CreatedByUsername);
        Add(order.CreatedByEmail);
        Add(order.IsPersonalOrder);
        Add(order.Comments);
        Add(order.InternalComments);
        Add(order.TaxIdLabel);
        Add(order.Currency);
        Add(order.RetailCurrency);
        Add(order.PriceLabel);
        Add(order.Discount);
        Add(order.DiscountPercent);
        Add(order.ShippingTotal);
        Add(order.Total);
        AddUnordered(order.Lines, static (digest, line) => digest.Add(line));
    }

    private void Add(JoorCustomer customer)
    {
        Add(customer.Code);
        Add(customer.Name);
        Add(customer.Group);
        Add(customer.Company);
        Add(customer.BuyerName);
        Add(customer.SoldTo);
        Add(customer.ShipTo);
    }

    private void Add(Address? address)
    {
        Add(address?.Code);
        Add(address?.Name);
        Add(address?.Line1);
        Add(address?.Line2);
        Add(address?.City);
        Add(address?.Region);
        Add(address?.PostalCode);
        Add(address?.Country);
        Add(address?.CountryIso2);
        Add(address?.CountryIso3);
        Add(address?.Phone);
        Add(address?.Email);
    }

    private void Add(JoorDoor door)
    {
        Add(door.DoorId);
        Add(door.Code);
        Add(door.Name);
        Add(door.IsDeleted);
    }

    private void Add(JoorOrderLine line)
    {
        Add(line.StyleName);
        Add(line.StyleNumber);
        Add(line.JoorStyleId);
        Add(line.StyleIdentifier);
        Add(line.Color);
        Add(line.Size);
        Add(line.Upc);
        Add((long)line.Quantity);
        Add((long?)line.Multiplier);
        Add(line.Price);
        Add(line.UnitPrice);
        Add(line.RetailPrice);
        Add(line.PriceAdjustment);
        Add(line.ExtendedPrice);
        Add(line.Comment);
        Add(line.ColorComment);
        Add(line.DoorId);
        AddUnordered(line.Tags, static (digest, tag) => digest.Add(tag));
    }

    private void Add(JoorStyleTag tag)
    {
        Add(tag.Code);
        Add(tag.Group);
        Add(tag.Name);
        Add(tag.Value);
    }
}
