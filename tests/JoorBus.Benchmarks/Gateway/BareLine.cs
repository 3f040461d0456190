using System.Text.Json.Serialization;

namespace JoorBus.Benchmarks.Gateway;

public sealed class BareLine
{
    [JsonPropertyName("item_name")]
    public string? ItemName { get; set; }

    [JsonPropertyName("item_number")]
    public string? ItemNumber { get; set; }

    [JsonPropertyName("item_style_identifier")]
    public string? ItemStyleIdentifier { get; set; }

    [JsonPropertyName("item_color")]
    public string? ItemColor { get; set; }

    [JsonPropertyName("item_color_code")]
    public string? ItemColorCode { get; set; }

    [JsonPropertyName("item_upc")]
    public string? ItemUpc { get; set; }

    [JsonPropertyName("item_size")]
    public string? ItemSize { get; set; }

    [JsonPropertyName("item_size_code")]
    public string? ItemSizeCode { get; set; }

    [JsonPropertyName("item_comment")]
    public string? ItemComment { get; set; }

    [JsonPropertyName("item_color_comment")]
    public string? ItemColorComment { get; set; }

    [JsonPropertyName("item_price")]
    public decimal? ItemPrice { get; set; }

    [JsonPropertyName("item_retail_price")]
    public decimal? ItemRetailPrice { get; set; }

    [JsonPropertyName("item_unit_price")]
    public decimal? ItemUnitPrice { get; set; }

    [JsonPropertyName("item_price_adjustment")]
    public decimal? ItemPriceAdjustment { get; set; }

    [JsonPropertyName("item_multiplier")]
    public decimal? ItemMultiplier { get; set; }

    [JsonPropertyName("item_price_extended")]
    public decimal? ItemPriceExtended { get; set; }

    [JsonPropertyName("item_style_id")]
    public decimal? ItemStyleId { get; set; }

    [JsonPropertyName("item_door_id")]
    public decimal? ItemDoorId { get; set; }

    [JsonPropertyName("item_quantity")]
    public int ItemQuantity { get; set; }

    [JsonPropertyName("style_tags")]
    public List<BareTag> StyleTags { get; set; } = [];
}

public sealed class BareTag
{
    [JsonPropertyName("style_tag_name")]
    public string? StyleTagName { get; set; }

    [JsonPropertyName("style_tag_code")]
    public string? StyleTagCode { get; set; }

    [JsonPropertyName("style_tag_group")]
    public string? StyleTagGroup { get; set; }

    [JsonPropertyName("style_tag_value")]
    public string? StyleTagValue { get; set; }
}

public sealed class BareDivision
{
    [JsonPropertyName("division_name")]
    public string? DivisionName { get; set; }

    [JsonPropertyName("division_code")]
    public string? DivisionCode { get; set; }
}

public sealed class BareDoor
{
    [JsonPropertyName("door_id")]
    public long DoorId { get; set; }

    [JsonPropertyName("door_name")]
    public string? DoorName { get; set; }

    [JsonPropertyName("door_code")]
    public string? DoorCode { get; set; }

    [JsonPropertyName("door_deleted")]
    public bool DoorDeleted { get; set; }
}
