using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace JoorBus.Benchmarks.Gateway;

public sealed class BareOrderPage
{
    [JsonPropertyName("orders")]
    public List<BareOrder> Orders { get; set; } = [];

    [JsonPropertyName("response")]
    public BareResponse Response { get; set; } = new();
}

public sealed class BareResponse
{
    [JsonPropertyName("code")]
    public int Code { get; set; }

    [JsonPropertyName("log_id")]
    public string? LogId { get; set; }

    [JsonPropertyName("count")]
    public int Count { get; set; }
}

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters =
    [
        typeof(EmptyIsNoNumber), typeof(EmptyIsNoTime), typeof(EmptyIsNoList<BareLine>), typeof(EmptyIsNoList<BareTag>), typeof(EmptyIsNoList<BareDivision>),
        typeof(EmptyIsNoList<BareDoor>),
    ])]
[JsonSerializable(typeof(BareOrderPage))]
[JsonSerializable(typeof(BareStock))]
[JsonSerializable(typeof(BareStockAnswer))]
[JsonSerializable(typeof(BareLine))]
[JsonSerializable(typeof(BareTag))]
[JsonSerializable(typeof(BareDivision))]
[JsonSerializable(typeof(BareDoor))]
internal sealed partial class BareJson : JsonSerializerContext;

/// <summary>JOOR sends "" where there is no number.</summary>
internal sealed class EmptyIsNoNumber : JsonConverter<decimal?>
{
    public override decimal? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number ? reader.GetDecimal()
        : decimal.TryParse(reader.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : null;

    public override void Write(Utf8JsonWriter writer, decimal? value, JsonSerializerOptions options) => throw new NotSupportedException();
}

internal sealed class EmptyIsNoTime : JsonConverter<DateTimeOffset?>
{
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TryGetDateTimeOffset(out var time) ? time : null;

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options) => throw new NotSupportedException();
}

internal sealed class EmptyIsNoList<T> : JsonConverter<List<T>>
{
    public override List<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var items = new List<T>();
        if (reader.TokenType != JsonTokenType.StartArray)
            return items;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add((T)JsonSerializer.Deserialize(ref reader, options.GetTypeInfo(typeof(T)))!);
        return items;
    }

    public override void Write(Utf8JsonWriter writer, List<T> value, JsonSerializerOptions options) => throw new NotSupportedException();
}
