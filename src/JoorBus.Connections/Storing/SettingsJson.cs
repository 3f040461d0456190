using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using JoorBus.Joor;

namespace JoorBus.Connections.Storing;

/// <summary>JSON of a connection's settings: all of them but name, key, revision and secrets, which never get into it.</summary>
internal static class SettingsJson
{
    private static readonly string[] LeftOut =
    [
        nameof(JoorConnectionOptions.Name), nameof(JoorConnectionOptions.Key), nameof(JoorConnectionOptions.Revision),
        nameof(JoorConnectionOptions.Token), nameof(JoorConnectionOptions.ClientSecret), nameof(JoorConnectionOptions.Password),
    ];

    /// <summary>Property names as in C#, which is Marten's default.</summary>
    public static JsonSerializerOptions Document { get; } = Create(null, JsonUnmappedMemberHandling.Skip);

    /// <summary>Property names as HTTP and commands show them; what is not known is refused.</summary>
    public static JsonSerializerOptions Api { get; } = Create(JsonNamingPolicy.CamelCase, JsonUnmappedMemberHandling.Disallow);

    public static JsonTypeInfo<StoredConnection> StoredConnection { get; } = (JsonTypeInfo<StoredConnection>)Document.GetTypeInfo(typeof(StoredConnection));

    /// <summary>The same settings in an object of its own, without secrets.</summary>
    public static JoorConnectionOptions Copy(JoorConnectionOptions options) =>
        JsonSerializer.Deserialize<JoorConnectionOptions>(JsonSerializer.SerializeToUtf8Bytes(options, Document), Document)!;

    private static JsonSerializerOptions Create(JsonNamingPolicy? naming, JsonUnmappedMemberHandling unmapped)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = naming,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            UnmappedMemberHandling = unmapped,
            NumberHandling = JsonNumberHandling.AllowReadingFromString,
            Converters = { new JsonStringEnumConverter(naming, allowIntegerValues: false), new DurationJson() },
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOut } },
        };
        options.MakeReadOnly();
        return options;
    }

    private static void LeaveOut(JsonTypeInfo type)
    {
        if (type.Type != typeof(JoorConnectionOptions))
            return;
        foreach (var property in type.Properties.Where(property => LeftOut.Contains(property.Name, StringComparer.OrdinalIgnoreCase)).ToList())
            type.Properties.Remove(property);
    }
}
