using System.Text.Json;
using System.Text.Json.Nodes;

namespace JoorBus.Simulators.Joor;

/// <summary>v4's bulk calls: an array in, the accepted and the refused ones out.</summary>
internal static class V4Bulk
{
    /// <summary>A handler that decides each element by itself.</summary>
    public static Func<JoorCall, JoorAnswer> Each(Func<JoorCall, JsonObject, V4Result> decide) =>
        call => Of(call, elements => [.. elements.Select(element => Decide(call, element, decide))]);

    /// <summary>A handler that sees all elements first.</summary>
    public static Func<JoorCall, JoorAnswer> All(Func<JoorCall, IReadOnlyList<JsonObject>, Func<JsonObject, V4Result>> prepare) => call => Of(call, elements =>
    {
        var decide = prepare(call, [.. elements.OfType<JsonObject>()]);
        return [.. elements.Select(element => Decide(call, element, (_, parts) => decide(parts)))];
    });

    private static V4Result Decide(JoorCall call, JsonNode? element, Func<JoorCall, JsonObject, V4Result> decide)
    {
        if (element is not JsonObject parts)
            return V4Result.Invalid("Each element must be an object");
        return call.IsHit() ? V4Result.Invalid("Refused on command") : decide(call, parts);
    }

    private static JoorAnswer Of(JoorCall call, Func<JsonArray, IReadOnlyList<V4Result>> decide)
    {
        if (JoorTree.Read(call.Body, "application/json") is not JsonArray elements)
            return V4List.Invalid("The body must be a JSON array");
        var results = decide(elements);
        var errors = results.Zip(elements).Where(pair => pair.First.Data is null).Select(JsonNode (pair) => Error(call, pair.First, pair.Second)).ToArray();
        var data = results.Select(result => result.Data).OfType<JsonNode>().Select(node => node.DeepClone()).ToArray();
        var status = call.Options.AllRejectedIs400 && data.Length == 0 && errors.Length > 0 ? 400 : 200;
        var answer = JoorAnswer.Of(new JsonObject { ["data"] = new JsonArray(data), ["errors"] = new JsonArray(errors) }, JoorFormat.Json, status);
        return answer with { ItemsAccepted = data.Length, ItemsRefused = errors.Length };
    }

    private static JsonObject Error(JoorCall call, V4Result result, JsonNode? element)
    {
        var echo = call.Options.CamelCaseDetails ? CamelCased(element) : element?.DeepClone();
        var details = echo as JsonObject ?? [];
        foreach (var (name, value) in result.Details)
            details[name] = value?.DeepClone();
        return new JsonObject { ["status"] = result.Status, ["message"] = result.Message, ["details"] = details };
    }

    private static JsonNode? CamelCased(JsonNode? node) => node switch
    {
        JsonObject parts => new JsonObject(parts.Select(part => KeyValuePair.Create(CamelCased(part.Key), CamelCased(part.Value))).DistinctBy(part => part.Key)),
        JsonArray array => new JsonArray([.. array.Select(CamelCased)]),
        _ => node?.DeepClone(),
    };

    private static string CamelCased(string name) =>
        JsonNamingPolicy.CamelCase.ConvertName(string.Concat(name.Split('_', StringSplitOptions.RemoveEmptyEntries).Select((word, index) => index == 0 ? word : $"{char.ToUpperInvariant(word[0])}{word[1..]}")));
}
