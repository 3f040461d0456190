using System.Text.Json.Nodes;

namespace JoorBus.Simulators.Joor;

/// <summary>A linesheet that a style is on, as v2 sent it, or as a person made it in JOOR.</summary>
internal sealed record CatalogDelivery(JsonObject Content, bool IsManual)
{
    private string? Key => Content.Text("delivery_code") ?? Content.Text("delivery_name");

    /// <summary>What the list becomes by v2's delivery_overwrite.</summary>
    public static List<CatalogDelivery> Join(IReadOnlyList<CatalogDelivery> known, IReadOnlyList<JsonObject> sent, int overwrite)
    {
        var listed = sent.Select(content => new CatalogDelivery((JsonObject)content.DeepClone(), IsManual: false)).ToList();
        var others = known.Where(delivery => !listed.Exists(one => one.Key == delivery.Key)).ToList();
        return overwrite switch
        {
            2 => [.. others.Where(delivery => delivery.IsManual), .. listed],
            3 => [.. others, .. listed],
            4 => others,
            _ => listed,
        };
    }
}
