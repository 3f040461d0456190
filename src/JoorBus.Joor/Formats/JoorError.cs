using System.Text.Json;

namespace JoorBus.Joor;

/// <summary>One entry of v4's errors, in JOOR's words.</summary>
/// <param name="Status">Such as DUPLICATED, VALIDATION_ERROR or NOT_FOUND; empty when JOOR gave none.</param>
/// <param name="Message">JOOR's sentence; empty when it gave none.</param>
/// <param name="Field">The field JOOR named; null when it named none.</param>
public sealed record JoorError(string Status, string Message, string? Field)
{
    private static readonly string[] FieldNames = ["field", "field_name", "fieldName"];

    /// <summary>What JOOR echoed of the refused element.</summary>
    internal JoorEcho Echo { get; init; } = JoorEcho.None;

    public override string ToString() => (Status.Length, Message.Length) switch
    {
        (0, 0) => "no words",
        (0, _) => Message,
        (_, 0) => Status,
        _ => $"{Status}: {Message}",
    };

    /// <summary>The errors of a body, wherever its list stands at the root.</summary>
    internal static IReadOnlyList<JoorError> In(JsonElement root)
    {
        if (!JoorText.TryFind(root, "errors", out var errors))
            return [];
        if (JoorText.TryFind(errors, "error", out var inner) && inner.ValueKind is JsonValueKind.Array or JsonValueKind.Object)
            errors = inner;
        return errors.ValueKind switch
        {
            JsonValueKind.Array => [.. errors.EnumerateArray().Where(IsSomething).Select(Read)],
            _ when IsSomething(errors) => [Read(errors)],
            _ => [],
        };
    }

    private static bool IsSomething(JsonElement error) => error.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => false,
        JsonValueKind.String => !JoorText.IsBlank(error),
        JsonValueKind.Object => JoorText.Properties(error).Count > 0,
        _ => true,
    };

    private static JoorError Read(JsonElement error)
    {
        if (error.ValueKind != JsonValueKind.Object)
            return new JoorError("", error.ValueKind == JsonValueKind.String && JoorText.TryRead(error, out var text) ? text! : JoorText.Shown(error), null);
        var fields = new JoorFields(error, "error", new JoorFaults());
        JoorText.TryFind(error, "details", out var details);
        return new JoorError(fields.Text("status") ?? fields.Text("code") ?? "", fields.Text("message") ?? fields.Text("error") ?? "", FieldOf(fields, details))
        {
            Echo = JoorEcho.Of(details),
        };
    }

    private static string? FieldOf(JoorFields error, JsonElement details)
    {
        var inside = new JoorFields(details, "details", new JoorFaults());
        var named = FieldNames.Select(name => inside.Text(name) ?? error.Text(name)).FirstOrDefault(name => name is not null);
        // Details of a single field name what the error is about; of many, they echo the whole element.
        return named ?? (JoorText.Properties(details).Keys.ToArray() is [var only] ? only : null);
    }
}
