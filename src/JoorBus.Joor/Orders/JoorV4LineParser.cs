using System.Globalization;
using System.Text.Json;
using JoorBus.Contracts;
using JoorBus.Contracts.Orders;

namespace JoorBus.Joor;

/// <summary>Lines of one v4 order. Cancelled ones are left out: nobody shall ship them.</summary>
internal sealed class JoorV4LineParser(IReadOnlyDictionary<string, string> upcs, string? doorId)
{
    private static readonly string[] ColorTraits = ["color", "colour", "stylecolor", "style color"];
    private static readonly string[] SizeTraits = ["size"];

    public IReadOnlyList<JoorOrderLine> Read(IReadOnlyList<JsonElement> rows, string place, JoorFaults faults)
    {
        var lines = new List<JoorOrderLine>(rows.Count);
        foreach (var row in rows)
        {
            var fields = new JoorFields(row, string.Create(CultureInfo.InvariantCulture, $"line {lines.Count + 1} of {place}"), faults);
            if (!fields.Flag("cancelled"))
                lines.Add(Line(fields, lines.Count + 1));
        }
        return lines;
    }

    private JoorOrderLine Line(JoorFields line, int position)
    {
        var sku = line.Child("line_item_sku");
        var product = sku?.Child("product");
        var wholesale = sku?.Number("wholesale_price");
        return new JoorOrderLine
        {
            LineNumber = position,
            StyleName = product?.Text("name"),
            StyleNumber = product?.Text("identifier"),
            JoorStyleId = product?.Text("id"),
            StyleIdentifier = product?.Text("external_id"),
            Color = Trait(sku, ColorTraits),
            Size = Trait(sku, SizeTraits),
            Upc = sku is null ? null : JoorV4Sku.UpcOf(sku) ?? (sku.Text("original_id") is { } id ? upcs.GetValueOrDefault(id) : null),
            Quantity = Quantity(line),
            Price = wholesale,
            UnitPrice = sku?.Number("item_price") ?? wholesale,
            RetailPrice = sku?.Number("suggested_retail_price"),
            DoorId = doorId,
        };
    }

    private static int Quantity(JoorFields line)
    {
        const string name = "quantity";
        if (!line.Has(name))
            line.Refuse(name, "so nobody knows how many to ship");
        var quantity = line.Integer(name) ?? 0;
        if (quantity < 0)
            line.Refuse(name, "but a quantity is 0 or more");
        return quantity;
    }

    private static Coded? Trait(JoorFields? sku, string[] names) => sku?
        .List("trait_values", "trait_value", (value, _) => (Name: value.Child("trait")?.Text("name") ?? value.Text("trait_name"), Value: value.Coded("external_id", "value")))
        .FirstOrDefault(trait => names.Contains(trait.Name, StringComparer.OrdinalIgnoreCase)).Value;
}
