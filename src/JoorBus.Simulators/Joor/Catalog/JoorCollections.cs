using System.Globalization;
using System.Text.Json.Nodes;

namespace JoorBus.Simulators.Joor;

/// <summary>Seasons and collections of one account, as v4 shows them; used only under the account's lock.</summary>
internal sealed class JoorCollections
{
    private int _nextSeason = 33_615;
    private int _nextCollection = 81_001;

    public JoorCollections()
    {
        var season = AddSeason(new JsonObject { ["name"] = "SPRING 2027", ["year"] = 2027, ["external_id"] = "S27" });
        AddCollection(new JsonObject { ["name"] = "Spring 1", ["external_id"] = "D1", ["season"] = season.DeepClone() });
    }

    public List<JsonObject> Seasons { get; } = [];

    public List<JsonObject> Collections { get; } = [];

    /// <summary>Numbers of assets, and their external ids.</summary>
    public HashSet<string> AssetIds { get; } = [];

    public JsonObject AddSeason(JsonObject season) => Add(Seasons, season, _nextSeason++);

    public JsonObject AddCollection(JsonObject collection) => Add(Collections, collection, _nextCollection++);

    public static JsonObject? Find(List<JsonObject> all, string? id) => id is null ? null : all.Find(item => item.Text("id") == id);

    private static JsonObject Add(List<JsonObject> all, JsonObject item, int id)
    {
        item.Insert(0, "id", id.ToString(CultureInfo.InvariantCulture));
        all.Add(item);
        return item;
    }
}
