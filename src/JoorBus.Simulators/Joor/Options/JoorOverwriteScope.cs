using System.Text.Json.Serialization;

namespace JoorBus.Simulators.Joor;

/// <summary>What bulk-inventory with overwrite=1 replaces. JOOR's pages disagree.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JoorOverwriteScope>))]
public enum JoorOverwriteScope
{
    /// <summary>The stock of the whole account, as the v2 reference says.</summary>
    Account,

    /// <summary>The stock of the warehouses that the call names, as JOOR's flat-file page says.</summary>
    Warehouses,
}
