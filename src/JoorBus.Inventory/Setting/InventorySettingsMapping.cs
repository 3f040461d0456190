using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using JoorBus.Persistence;
using JoorBus.Persistence.Documents;

namespace JoorBus.Inventory.Setting;

/// <summary>How settings of stock are stored: one document per connection, with an id that follows from its key.</summary>
internal static class InventorySettingsMapping
{
    private static readonly Guid Scope = new("8d2f0c51-6a1e-5f43-9b77-0c3d5e1a2b90");

    // Not source-generated: a setting that an older document does not have must get its default.
    private static readonly JsonSerializerOptions Json = new()
    {
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveVersionOut } },
    };

    public static readonly DocumentIndex Connection = new("connection", "data ->> 'Connection'");

    public static readonly DocumentIndex IsOn = new("is_on", "data ->> 'IsOn'");

    public static readonly DocumentMapping<InventorySettings> Mapping = new(
        "inventorysettings", settings => settings.Id, (JsonTypeInfo<InventorySettings>)Json.GetTypeInfo(typeof(InventorySettings)), Connection, IsOn);

    public static Guid IdOf(string connectionKey) => NameBasedGuid.Create(Scope, connectionKey);

    private static void LeaveVersionOut(JsonTypeInfo type)
    {
        if (type.Type == typeof(InventorySettings) && type.Properties.FirstOrDefault(property => property.Name == nameof(InventorySettings.Version)) is { } version)
        {
            type.Properties.Remove(version);
        }
    }
}
