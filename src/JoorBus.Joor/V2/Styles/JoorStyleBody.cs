using System.Globalization;
using JoorBus.Contracts;

namespace JoorBus.Joor;

/// <summary>Styles as JOOR wants them written, and what it surely would not take.</summary>
internal static class JoorStyleBody
{
    public static JoorBodyContent Of(string root, IReadOnlyCollection<JoorStyle> styles) =>
        JoorBodyContent.Of(body => body.Object(root, () => body.Repeated("style", styles, style => Write(body, style))));

    public static JoorChecks Check(IReadOnlyList<JoorStyle> styles, bool isNew)
    {
        var checks = new JoorChecks();
        for (var at = 0; at < styles.Count; at++)
        {
            var (style, where) = (styles[at], string.Create(CultureInfo.InvariantCulture, $"style {at + 1} of {styles.Count}"));
            var isKnown = !isNew && style.StyleId is { Length: > 0 };
            checks.Required("style_number", isKnown || style.Number is { Length: > 0 }, where)
                .Required("style_identifier", isKnown || style.Identifier is { Length: > 0 }, where);
        }
        return checks;
    }

    private static void Write(JoorBodyWriter body, JoorStyle style)
    {
        body.Text("style_id", style.StyleId);
        body.Text("style_name", style.Name);
        body.Text("style_number", style.Number);
        body.Text("style_identifier", style.Identifier);
        body.Text("style_description", style.Description);
        body.Flag("made_to_order", style.MadeToOrder);
        Write(body, "division", style.Division);
        Write(body, "fabrication", style.Fabrication);
        Write(body, "silhouette", style.Silhouette);
        body.Text("style_country_origin", style.CountryOfOrigin);
        body.Text("measurements", style.Measurements);
        body.Number("minimum", style.Minimum);
        body.Number("delivery_overwrite", (int?)style.DeliveryOverwrite);
        body.List("prices", "price", Some(style.Prices), price => Write(body, price));
        body.List("colors", "color", Some(style.Colors), color =>
        {
            body.Text("color_name", color.Name);
            body.Text("color_code", color.Code);
            body.Text("style_color_id", color.StyleColorId);
        });
        body.List("sizes", "size", Some(style.Sizes), size =>
        {
            body.Text("size_name", size.Name);
            body.Text("size_code", size.Code);
        });
        body.List("upcs", "upc", Some(style.Upcs), upc =>
        {
            body.Text("upc", upc.Upc);
            body.Text("color_code", upc.ColorCode);
            body.Text("size_name", upc.SizeName);
        });
        body.List("deliveries", "delivery", Some(style.Deliveries), delivery => Write(body, delivery));
        body.List("categories", "category", Some(style, style.Categories, JoorStyleLists.Categories), category =>
        {
            body.Text("category_id", category.Id);
            body.Text("category_name", category.Name);
        });
        body.List("materials", "material", Some(style, style.Materials, JoorStyleLists.Materials), material => body.Text("material_name", material));
        body.List("style_tags", "style_tag", Some(style, style.Tags, JoorStyleLists.Tags), tag =>
        {
            body.Text("style_tag_code", tag.Code);
            body.Text("style_tag_group", tag.Group);
            body.Text("style_tag_name", tag.Name);
            body.Text("style_tag_value", tag.Value);
        });
    }

    private static void Write(JoorBodyWriter body, string name, Coded? value)
    {
        body.Text(name, value?.Name);
        body.Text($"{name}_code", value?.Code);
    }

    private static void Write(JoorBodyWriter body, JoorStylePrice price)
    {
        body.Text("price_label", price.Label);
        body.Text("price_currency", price.Currency);
        body.Text("price_currency_retail", price.RetailCurrency);
        body.Number("price_wholesale", price.Wholesale);
        body.Number("price_retail", price.Retail);
    }

    private static void Write(JoorBodyWriter body, JoorStyleDelivery delivery)
    {
        body.Text("delivery_name", delivery.Name);
        body.Text("delivery_code", delivery.Code);
        body.Number("style_display_order", delivery.DisplayOrder);
        body.Text("season_name", delivery.SeasonName);
        body.Number("season_year", delivery.SeasonYear);
        body.Text("season_code", delivery.SeasonCode);
        body.Date("date_delivery_start", delivery.ShipStart);
        body.Date("date_delivery_end", delivery.ShipEnd);
        body.Flag("public", delivery.IsPublic);
        body.List("color_exclusions", "color_exclusion", Some(delivery.HiddenColors), color =>
        {
            body.Text("color_name", color.Name);
            body.Text("color_code", color.Code);
        });
    }

    private static IReadOnlyList<T>? Some<T>(JoorStyle style, IReadOnlyList<T> list, JoorStyleLists which) => style.Clears.HasFlag(which) ? list : Some(list);

    private static IReadOnlyList<T>? Some<T>(IReadOnlyList<T> list) => list.Count == 0 ? null : list;
}
