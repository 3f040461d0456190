namespace JoorBus.Joor;

/// <summary>A trait that products or SKUs can have (guide "how-to-use-traits").</summary>
public sealed record JoorTrait
{
    /// <summary>Colour of a SKU.</summary>
    public const string ColorId = "U0tVVHJhaXQ6U3R5bGVDb2xvcg==";

    /// <summary>Size of a SKU.</summary>
    public const string SizeId = "U0tVVHJhaXQ6U2l6ZQ==";

    public string? Id { get; init; }

    public string? Name { get; init; }

    /// <summary>product or sku.</summary>
    public string? Type { get; init; }
}

/// <summary>Traits on the wire.</summary>
internal static class JoorTraitShape
{
    public static JoorElement<JoorTrait> Element { get; } = new(
        "data", "trait", ["id", "name"], fields => new JoorTrait { Id = fields.Text("id"), Name = fields.Text("name"), Type = fields.Text("type") });

    public static JoorTraitValue Read(JoorFields fields, int position)
    {
        var trait = fields.Inside("trait");
        return new JoorTraitValue
        {
            TraitId = trait.Text("id") ?? fields.Text("trait_id"),
            TraitName = trait.Text("name") ?? fields.Text("trait_name"),
            Value = fields.Text("value"),
            ExternalId = fields.Text("external_id"),
            OrderMinimum = fields.Integer("order_minimum"),
            OrderNumber = fields.Integer("order_nbr"),
            Status = fields.Text("status")?.ToUpperInvariant() switch { "ACTIVE" => JoorTraitStatus.Active, "INACTIVE" => JoorTraitStatus.Inactive, _ => null },
            HexColor = fields.TextOfAny("hexColor", "hex_color"),
        };
    }

    public static void Write(JoorBodyWriter body, JoorTraitValue value)
    {
        body.Text("trait_id", value.TraitId);
        body.Text("trait_name", value.TraitId is null ? value.TraitName : null);
        body.Text("value", value.Value);
        body.Text("external_id", value.ExternalId);
        body.Number("order_minimum", value.OrderMinimum);
        body.Number("order_nbr", value.OrderNumber);
        body.Text("status", value.Status?.ToString().ToUpperInvariant());
    }
}
