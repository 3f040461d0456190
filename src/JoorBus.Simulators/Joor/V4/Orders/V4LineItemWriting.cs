using System.Globalization;
using System.Text.Json.Nodes;
using JoorBus.Contracts;
using JoorBus.Contracts.Orders;

namespace JoorBus.Simulators.Joor;

/// <summary>Adding order lines and changing their quantity.</summary>
internal static class V4LineItemWriting
{
    private const string SeveralDiscounts =
        "Multiple discounts for the same SKU are not allowed. Please include only one of the following fields: item_price, discount_percentage, discount_amount.";

    public static V4Result Create(JoorCall call, JsonObject element)
    {
        if (element.Text("order_id") is not { } id || call.Account.Orders.FindStored(id) is not { Order: { } order } stored)
            return V4Result.NotFound($"Order id `{element.Text("order_id")}` not found");
        if (element.Text("sku_id") is not { } skuId || call.Account.Catalog.Sku(skuId) is not { } sku)
            return V4Result.NotFound($"Sku id `{element.Text("sku_id")}` not found");
        if (element.Whole("quantity") is not (> 0 and { } quantity))
            return V4Result.Invalid("`quantity` must be a whole number above 0");
        if (element.Count(part => part.Key is "item_price" or "discount_percentage" or "discount_amount") > 1)
            return V4Result.Invalid(SeveralDiscounts);
        if (!stored.IsInProgress && order.Status is not (JoorOrderStatus.Notes or JoorOrderStatus.Pending))
            return V4Result.Invalid("Items can only be added while the order is In Progress, Notes or Pending");
        var known = order.Lines.FirstOrDefault(line => call.Account.Catalog.SkuOf(line) == sku);
        var line = known is null ? Line(order, sku, quantity, element) : known with { Quantity = known.Quantity + quantity };
        Store(call, stored, [.. order.Lines.Where(other => other != known), line]);
        return V4Result.Accepted(V4LineItemJson.Of(stored, line, call.Account, call.Options));
    }

    public static V4Result Update(JoorCall call, JsonObject element)
    {
        var id = element.Text("id") ?? "";
        if (!LineItemIds.TryRead(id, out var orderId, out var number)
            || call.Account.Orders.FindStored(orderId) is not { Order: { } order } stored
            || order.Lines.FirstOrDefault(line => line.LineNumber == number) is not { } known)
        {
            return V4Result.NotFound($"Line item id `{id}` not found");
        }
        if (element.Whole("quantity") is not (> 0 and { } quantity))
            return V4Result.Invalid("`quantity` must be a whole number above 0");
        if (order.Status is JoorOrderStatus.Cancelled or JoorOrderStatus.Shipped)
            return V4Result.Invalid($"The order is {V4OrderStatus.Of(stored)}");
        var line = known with { Quantity = quantity };
        Store(call, stored, [.. order.Lines.Select(other => other == known ? line : other)]);
        return V4Result.Accepted(V4LineItemJson.Of(stored, line, call.Account, call.Options));
    }

    private static void Store(JoorCall call, StoredOrder stored, IReadOnlyList<JoorOrderLine> lines) =>
        call.Account.Orders.Replace(stored, Totals.Of(stored.Order! with { Lines = [.. lines.OrderBy(line => line.LineNumber)] }), stored.IsInProgress);

    private static JoorOrderLine Line(JoorOrder order, CatalogSku sku, int quantity, JsonObject element)
    {
        var price = sku.Prices.Find(price => price.Type.Label == order.PriceLabel) ?? sku.Prices.FirstOrDefault();
        var wholesale = price?.Wholesale ?? 0;
        var item = element.Amount("item_price")
            ?? (element.Amount("discount_amount") is { } amount ? wholesale - amount
            : element.Amount("discount_percentage") is { } percent ? wholesale * (1 - (percent / 100))
            : wholesale);
        return new JoorOrderLine
        {
            LineNumber = order.Lines.Count == 0 ? 1 : order.Lines.Max(line => line.LineNumber) + 1,
            StyleName = sku.Style.Name,
            StyleNumber = sku.Style.Number,
            JoorStyleId = sku.Style.Id.ToString(CultureInfo.InvariantCulture),
            StyleIdentifier = sku.Style.Identifier,
            Color = new Coded { Code = sku.Color.Code, Name = sku.Color.Name },
            Size = new Coded { Code = sku.Size.Code, Name = sku.Size.Name },
            Upc = sku.Upc,
            Quantity = quantity,
            Price = item,
            UnitPrice = item,
            RetailPrice = price?.Retail,
            PriceAdjustment = 0,
        };
    }
}
