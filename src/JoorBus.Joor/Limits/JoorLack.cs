using System.Text.Json.Serialization;

namespace JoorBus.Joor;

/// <summary>The scarce thing that a waiter waits for; it holds up only those behind it that want the same.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JoorLack>))]
public enum JoorLack
{
    /// <summary>Credits of the account, or the account may not be asked at all for now.</summary>
    Credits,

    /// <summary>A slot of the limit group.</summary>
    Slot,

    /// <summary>Its turn at an endpoint that is asked by one at a time.</summary>
    Endpoint,
}
