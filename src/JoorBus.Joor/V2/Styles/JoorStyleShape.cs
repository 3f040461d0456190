using JoorBus.Contracts.Orders;

namespace JoorBus.Joor;

/// <summary>A style on the wire.</summary>
internal static class JoorStyleShape
{
    public static JoorElement<JoorStyle> Element { get; } = new("styles", "style", ["style_id", "style_identifier", "style_number"], Read);

    private static JoorStyle Read(JoorFields fields) => new()
    {
        StyleId = fields.Text("style_id"),
        Name = fields.Text("style_name"),
        Number = fields.Text("style_number"),
        Identifier = fields.Text("style_identifier"),
        Description = fields.Text("style_description"),
        Prices = fields.List("prices", "price", Price),
        Colors = fields.List("colors", "color", (color, _) =>
            new JoorStyleColor { Name = color.Text("color_name"), Code = color.Text("color_code"), StyleColorId = color.Text("style_color_id") }),
        Sizes = fields.List("sizes", "size", (size, _) => new JoorStyleSize { Name = size.Text("size_name"), Code = size.Text("size_code") }),
        Upcs = fields.List("upcs", "upc", (upc, _) =>
            new JoorStyleUpc { Upc = upc.Text("upc"), ColorCode = upc.Text("color_code"), SizeName = upc.Text("size_name") }),
        Deliveries = fields.List("deliveries", "delivery", Delivery),
        DeliveryOverwrite = (JoorDeliveryOverwrite?)fields.Integer("delivery_overwrite"),
        Categories = fields.ListOrTexts("categories", "category", JoorCategories.Read, name => new JoorCategory { Name = name }),
        Materials = fields.ListOrTexts("materials", "material", material => material.TextOfAny("material_name", "name") ?? "", name => name),
        Tags = fields.ListOrTexts("style_tags", "style_tag", JoorOrderLineParser.Tag, name => new JoorStyleTag { Name = name }),
        MadeToOrder = fields.FlagIfAny("made_to_order"),
        Division = fields.Coded("division_code", "division"),
        Fabrication = fields.Coded("fabrication_code", "fabrication"),
        Silhouette = fields.Coded("silhouette_code", "silhouette"),
        CountryOfOrigin = fields.Text("style_country_origin"),
        Measurements = fields.Text("measurements"),
        Minimum = fields.Integer("minimum"),
        Images = fields.List("images", "image", Image),
        CreatedAt = fields.Time("date_created"),
        ModifiedAt = fields.Time("date_modified"),
        IsDeleted = fields.Flag("deleted"),
    };

    private static JoorStylePrice Price(JoorFields price, int position) => new()
    {
        Label = price.TextOfAny("price_label", "price_type_label"),
        Currency = price.TextOfAny("price_currency", "price_type_currency_code"),
        RetailCurrency = price.TextOfAny("price_currency_retail", "price_type_retail_currency_code"),
        Wholesale = price.Number("price_wholesale"),
        Retail = price.Number("price_retail"),
    };

    private static JoorStyleDelivery Delivery(JoorFields delivery, int position) => new()
    {
        Name = delivery.Text("delivery_name"),
        Code = delivery.Text("delivery_code"),
        ShipStart = delivery.Date("date_delivery_start"),
        ShipEnd = delivery.Date("date_delivery_end"),
        SeasonName = delivery.Text("season_name"),
        SeasonYear = delivery.Integer("season_year"),
        SeasonCode = delivery.Text("season_code"),
        DisplayOrder = delivery.Integer("style_display_order"),
        IsPublic = delivery.FlagIfAny("public"),
        HiddenColors = delivery.List("color_exclusions", "color_exclusion", (color, _) =>
            new JoorStyleColor { Name = color.Text("color_name"), Code = color.Text("color_code") }),
    };

    private static JoorStyleImage Image(JoorFields image, int position) => new()
    {
        FileName = image.Text("filename"),
        UploadId = image.Text("upload_id"),
        ColorCode = image.Text("color_code"),
        IsSwatch = image.Flag("swatch"),
        DisplayOrder = image.Integer("display_order"),
    };
}
