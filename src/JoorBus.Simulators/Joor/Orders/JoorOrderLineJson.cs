using System.Text.Json;
using JoorBus.Contracts;
using JoorBus.Contracts.Orders;

namespace JoorBus.Simulators.Joor;

internal static class JoorOrderLineJson
{
    public static void Write(Utf8JsonWriter json, JoorOrderLine line)
    {
        json.Text("item_name", line.StyleName);
        json.Text("item_number", line.StyleNumber);
        json.Id("item_style_id", line.JoorStyleId);
        json.Text("item_style_identifier", line.StyleIdentifier);
        json.Text("item_color", line.Color?.Name);
        json.Text("item_color_code", line.Color?.Code);
        json.Text("item_upc", line.Upc);
        json.Text("item_size", line.Size?.Name);
        json.Text("item_size_code", line.Size?.Code);
        json.Amount("item_price", line.Price);
        json.Amount("item_retail_price", line.RetailPrice);
        json.Amount("item_unit_price", line.UnitPrice);
        json.Amount("item_price_adjustment", line.PriceAdjustment);
        json.WriteNumber("item_quantity", line.Quantity);
        json.Amount("item_multiplier", line.Multiplier);
        json.Amount("item_price_extended", line.ExtendedPrice);
        json.Text("item_comment", line.Comment);
        json.Id("item_door_id", line.DoorId);
        json.Text("item_color_comment", line.ColorComment);
        json.List("style_tags", line.Tags, tag => WriteTag(json, tag));
    }

    private static void WriteTag(Utf8JsonWriter json, JoorStyleTag tag)
    {
        json.Coded("style_tag", new Coded { Code = tag.Code, Name = tag.Name });
        json.Text("style_tag_group", tag.Group);
        json.Text("style_tag_value", tag.Value);
    }
}
