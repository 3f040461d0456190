using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using JoorBus.Connections.Storing;

namespace JoorBus.Connections.Managing;

/// <summary>From a JSON body to a change. Sentences about secrets say what is wrong and never repeat them.</summary>
public static class ConnectionChangeReader
{
    private const int LongestSecret = 4096;
    private const int LongestText = 2048;
    private const int LongestCertificate = 48 * 1024;
    private const string Name = "name";
    private const string Certificate = "trustedCertificate";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    public static (ConnectionChange? Change, IReadOnlyList<FieldFault> Faults) Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonNode.Parse(body, documentOptions: Strict) is JsonObject fields
                ? Read(fields)
                : (null, [new FieldFault("", "The body must be a JSON object with the connection's settings.")]);
        }
        catch (JsonException)
        {
            // Its message may quote the body.
            return (null, [new FieldFault("", "The body is not valid JSON, or names a field twice.")]);
        }
    }

    private static (ConnectionChange? Change, IReadOnlyList<FieldFault> Faults) Read(JsonObject fields)
    {
        var faults = new List<FieldFault>();
        var secrets = new Dictionary<string, string?>();
        string? name = null;
        foreach (var field in ConnectionSecrets.All.Where(fields.ContainsKey).ToList())
            secrets[field] = Text(fields, field, LongestSecret, isSecret: true, faults);
        if (fields.ContainsKey(Name))
            name = Text(fields, Name, LongestText, isSecret: false, faults) ?? "";
        foreach (var (field, value) in fields)
        {
            var longest = field == Certificate ? LongestCertificate : LongestText;
            if (value is JsonValue text && text.GetValueKind() == JsonValueKind.String && text.GetValue<string>().Length > longest)
                faults.Add(new FieldFault(field, $"{field} is longer than {longest} characters."));
        }

        return (new ConnectionChange { Name = name, Secrets = secrets, Settings = fields }, faults);
    }

    private static string? Text(JsonObject fields, string field, int longest, bool isSecret, List<FieldFault> faults)
    {
        fields.Remove(field, out var value);
        if (value is null)
            return null;
        if (value.GetValueKind() != JsonValueKind.String)
            faults.Add(new FieldFault(field, $"{field} must be a text."));
        else if (value.GetValue<string>() is var text && text.Length > longest)
            faults.Add(new FieldFault(field, $"{field} is longer than {longest} characters."));
        else if (isSecret && text.Length == 0)
            faults.Add(new FieldFault(field, $"{field} is empty; give it, or null to take it away."));
        else if (isSecret && text.EnumerateRunes().Any(Rune.IsControl))
            faults.Add(new FieldFault(field, $"{field} holds line ends or control characters; give it exactly as JOOR gave it."));
        else
            return text;
        return null;
    }
}
