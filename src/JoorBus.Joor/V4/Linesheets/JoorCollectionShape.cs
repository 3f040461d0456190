namespace JoorBus.Joor;

/// <summary>A collection on the wire.</summary>
internal static class JoorCollectionShape
{
    private static readonly string[][] Identities = [["id"], ["external_id"], ["name"]];

    public static JoorElement<JoorCollection> Element { get; } = new("data", "collection", ["id"], Read);

    public static JoorBulkShape<JoorCollection, JoorCollection> Create { get; } = new("/collections/bulk_create", JoorRequestKind.Write, WriteNew, Element, Identities);

    public static JoorBulkShape<JoorCollection, JoorCollection> Update { get; } = new("/collections/bulk_update", JoorRequestKind.RepeatableWrite, Write, Element, Identities);

    private static JoorCollection Read(JoorFields fields) => new()
    {
        Id = fields.Text("id"),
        Name = fields.Text("name"),
        ExternalId = fields.Text("external_id"),
        Season = fields.ObjectIfAny("season", JoorSeasons.Read) ?? (fields.Text("season_id") is { } id ? new JoorSeason { Id = id } : null),
        Delivery = fields.ObjectIfAny("delivery", Delivery),
        Items = fields.List("items", "item", Item),
        Visibility = fields.Text("visibility"),
        IsArchived = fields.FlagIfAny("archived"),
        IsCustom = fields.FlagIfAny("is_custom"),
        MadeToOrder = fields.FlagIfAny("made_to_order"),
        IgnoresInventory = fields.FlagIfAny("ignores_inventory"),
    };

    private static JoorDelivery Delivery(JoorFields delivery) => new()
    {
        StartShip = delivery.Date("start_ship_date"),
        CompleteShip = delivery.Date("complete_ship_date"),
        Cancel = delivery.Date("cancel_date"),
        MinimumShippingWindow = delivery.Integer("minimum_shipping_window"),
    };

    private static JoorCollectionItem Item(JoorFields item, int position) => new()
    {
        ProductId = item.Text("product_id"),
        OrderNumber = item.Integer("order_number"),
        SkuIds = item.Has("skus") ? item.ListOrTexts("skus", "sku", sku => sku.Text("id") ?? "", id => id) : item.Texts("sku_ids", "sku_id"),
    };

    private static void Write(JoorBodyWriter body, JoorCollection collection)
    {
        body.Text("id", collection.Id);
        WriteNew(body, collection);
    }

    private static void WriteNew(JoorBodyWriter body, JoorCollection collection)
    {
        body.Text("name", collection.Name);
        body.Text("external_id", collection.ExternalId);
        body.Text("season_id", collection.Season?.Id);
        if (collection.Delivery is { } delivery)
        {
            body.Object("delivery", () =>
            {
                body.Date("start_ship_date", delivery.StartShip);
                body.Date("complete_ship_date", delivery.CompleteShip);
                body.Date("cancel_date", delivery.Cancel);
                body.Number("minimum_shipping_window", delivery.MinimumShippingWindow);
            });
        }
        body.List("items", "item", collection.Items, item =>
        {
            body.Text("product_id", item.ProductId);
            body.Number("order_number", item.OrderNumber);
            if (item.SkuIds.Count > 0)
                body.Texts("sku_ids", "sku_id", item.SkuIds);
        });
    }
}
