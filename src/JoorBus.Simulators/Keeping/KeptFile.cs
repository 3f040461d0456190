using System.Text.Json;
using System.Text.Json.Serialization;

namespace JoorBus.Simulators.Keeping;

/// <summary>What a stand-in in a process of its own remembers over its restart, in one JSON file that is always whole.</summary>
internal static class KeptFile
{
    public static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = { new KeptAnswer() } };

    /// <summary>Null when there is none yet.</summary>
    public static T? Read<T>(string path)
        where T : class
    {
        if (!File.Exists(path))
            return null;
        using var file = File.OpenRead(path);
        return JsonSerializer.Deserialize<T>(file, Json);
    }

    public static void Write<T>(string path, T content)
    {
        var fresh = $"{path}.new";
        using (var file = File.Create(fresh))
        {
            JsonSerializer.Serialize(file, content, Json);
            file.Flush(flushToDisk: true);
        }

        File.Move(fresh, path, overwrite: true);
    }
}
