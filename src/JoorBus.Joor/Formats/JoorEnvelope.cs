using System.Text.Json;

namespace JoorBus.Joor;

/// <summary>JOOR's v2 answer around the data: code, comment, log_id, paging, in any of the nestings seen or inferred.</summary>
internal sealed record JoorEnvelope(string Code, string? Comment, string? LogId, int? NextStart, bool SaysNextStart, int? Total)
{
    private static readonly JoorEnvelope None = new("0", null, null, null, false, null);

    public bool IsSuccess => decimal.TryParse(Code, out var number) ? number == 0 : Code.Length == 0;

    /// <summary>The block "response" at the root or one level below; null when there is none.</summary>
    public static JoorEnvelope? Find(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return null;
        if (Block(root) is { } here)
            return here;
        foreach (var property in root.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Object && Block(property.Value) is { } below)
                return below;
        }
        return null;
    }

    /// <summary>JOOR's comment when the body is its envelope, else the body's start; and the log id.</summary>
    public static (string Words, string? LogId) WordsOf(ReadOnlySpan<byte> body, JoorExcerpt excerpt)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref reader);
            if (Find(document.RootElement) is { Comment: { } comment } envelope)
                return (excerpt.Of(comment), envelope.LogId);
        }
        catch (JsonException)
        {
            return (excerpt.Of(body), null);
        }
        return (excerpt.Of(body), null);
    }

    private static JoorEnvelope? Block(JsonElement parent)
    {
        if (!parent.TryGetProperty("response", out var response) || response.ValueKind != JsonValueKind.Object)
            return null;
        var faults = new JoorFaults();
        var fields = new JoorFields(response, "response", faults);
        return None with
        {
            Code = fields.Text("code") ?? "",
            Comment = fields.Text("comment"),
            LogId = fields.Text("log_id"),
            NextStart = fields.Integer("next_start"),
            SaysNextStart = response.TryGetProperty("next_start", out _),
            Total = fields.Integer("total") ?? fields.Integer("count"),
        };
    }
}
