using System.Text.Json;

namespace JoorBus.Benchmarks.Stock;

/// <summary>A level as the twin reads it: only what its table needs, in one pass.</summary>
public sealed record TwinLevel(string Sku, string Upc, int OnHand, int Allocated, int Available, long Sequence)
{
    public string Identity => $$"""{"sku":"{{Sku}}","upc":"{{Upc}}"}""";

    public static IReadOnlyList<TwinLevel> ReadAll(Utf8JsonReader reader)
    {
        var levels = new List<TwinLevel>();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.StartObject && reader.CurrentDepth == 2)
                levels.Add(ReadOne(ref reader));
        }
        return levels;
    }

    private static TwinLevel ReadOne(ref Utf8JsonReader reader)
    {
        var (sku, upc, onHand, allocated, available, sequence) = ("", "", 0, 0, 0, 0L);
        while (reader.Read() && !(reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth == 2))
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
                continue;
            if (reader.ValueTextEquals("sku"u8))
                sku = Text(ref reader);
            else if (reader.ValueTextEquals("upc"u8))
                upc = Text(ref reader);
            else if (reader.ValueTextEquals("onHand"u8))
                onHand = (int)Number(ref reader);
            else if (reader.ValueTextEquals("allocated"u8))
                allocated = (int)Number(ref reader);
            else if (reader.ValueTextEquals("availableToSell"u8))
                available = (int)Number(ref reader);
            else if (reader.ValueTextEquals("sequence"u8))
                sequence = Number(ref reader);
        }
        return new TwinLevel(sku, upc, onHand, allocated, available, sequence);
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString()!;
    }

    private static long Number(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetInt64();
    }
}
