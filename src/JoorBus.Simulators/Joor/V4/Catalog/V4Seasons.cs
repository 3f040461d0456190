using System.Text.Json.Nodes;

namespace JoorBus.Simulators.Joor;

/// <summary>Seasons. That they are written like collections is a guess.</summary>
internal static class V4Seasons
{
    public static JoorAnswer Read(JoorCall call) => V4List.Of(call, call.Account.Collections.Seasons, season => season.DeepClone());

    public static V4Result Create(JoorCall call, JsonObject element)
    {
        if (element.Text("name") is not { } name)
            return V4Result.Invalid("`name` is required");
        if (element.Whole("year") is not (>= 2000 and <= 2100))
            return V4Result.Invalid("Invalid Year");
        var id = element.Text("external_id");
        if (id is not null && call.Account.Collections.Seasons.Exists(season => season.Text("external_id") == id))
            return V4Result.Duplicated($"Season `{id}` already exists");
        return V4Result.Accepted(call.Account.Collections.AddSeason(new JsonObject { ["name"] = name, ["year"] = element.Whole("year"), ["external_id"] = id }));
    }

    public static V4Result Update(JoorCall call, JsonObject element)
    {
        if (JoorCollections.Find(call.Account.Collections.Seasons, element.Text("id")) is not { } season)
            return V4Result.NotFound($"Season id `{element.Text("id")}` not found");
        if (element.Child("year") is not null && element.Whole("year") is not (>= 2000 and <= 2100))
            return V4Result.Invalid("Invalid Year");
        foreach (var (name, value) in element.Where(part => part.Key is "name" or "year" or "external_id"))
            season[name] = value?.DeepClone();
        return V4Result.Accepted(season);
    }
}
