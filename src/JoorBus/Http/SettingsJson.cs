using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace JoorBus.Http;

/// <summary>Settings of stock and products on the wire: all of them but what the server itself keeps.</summary>
internal static class SettingsJson
{
    private static readonly string[] Kept = ["id", "connection", "version"];

    // Not source-generated: a setting that is left out must get its default.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    public static JsonObject Show<T>(T settings)
    {
        var shown = JsonSerializer.SerializeToNode(settings, Options)!.AsObject();
        foreach (var name in Kept)
            shown.Remove(name);
        return shown;
    }

    /// <summary>What is not given gets its default; <paramref name="before"/> only lends what the server keeps. Or a sentence.</summary>
    public static (T? Settings, string? Fault) Read<T>(JsonObject given, T before)
        where T : class
    {
        var whole = JsonSerializer.SerializeToNode(before, Options)!.AsObject();
        foreach (var name in whole.Select(pair => pair.Key).Except(Kept).ToList())
            whole.Remove(name);
        if (given.Select(pair => pair.Key).Intersect(Kept, StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } kept)
            return (null, $"settings holds '{kept}', which is not a setting; leave it out");
        foreach (var (name, value) in given)
            whole[name] = value?.DeepClone();
        try
        {
            return (whole.Deserialize<T>(Options), null);
        }
        catch (JsonException fault)
        {
            return (null, Explain(fault, whole));
        }
    }

    private static string Explain(JsonException fault, JsonObject whole)
    {
        var unknown = whole.Select(pair => pair.Key).FirstOrDefault(name => fault.Message.Contains($"'{name}'", StringComparison.Ordinal) && fault.Message.Contains("mapped", StringComparison.Ordinal));
        return unknown is not null
            ? $"There is no setting '{unknown}'; reading the settings shows all there are"
            : $"The setting at {fault.Path} cannot be read; write it as reading the settings shows it";
    }
}

/// <summary>Settings of a connection, with the version that a change must name.</summary>
/// <param name="Connection">Name of the connection.</param>
/// <param name="Version">0 while none were ever saved.</param>
/// <param name="Settings">By the names that HTTP takes.</param>
public sealed record SettingsView(string Connection, int Version, JsonObject Settings);
