using System.Text.Json;
using System.Text.Json.Serialization;
using JoorBus.Contracts.Orders;
using JoorBus.Simulators.Wms;

namespace JoorBus.Simulators.Keeping;

/// <summary>An answer with the name of its contract.</summary>
internal sealed class KeptAnswer : JsonConverter<WmsAnswer>
{
    private sealed record Kept(Guid MessageId, string Contract, JsonElement Message);

    public override WmsAnswer Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var kept = JsonSerializer.Deserialize<Kept>(ref reader)!;
        var contract = typeof(CreateWmsOrder).Assembly.GetType(kept.Contract) ?? throw new JsonException($"{kept.Contract} is no contract of this version.");
        return new(kept.MessageId, kept.Message.Deserialize(contract)!);
    }

    public override void Write(Utf8JsonWriter writer, WmsAnswer value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, new Kept(value.MessageId, value.Message.GetType().FullName!, JsonSerializer.SerializeToElement(value.Message, value.Message.GetType())));
}
