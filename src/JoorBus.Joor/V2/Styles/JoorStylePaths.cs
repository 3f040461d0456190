namespace JoorBus.Joor;

/// <summary>Addresses of styles: by JOOR's id, or by number and identifier.</summary>
internal static class JoorStylePaths
{
    public const string ByNumber = "/style-number";
    public const string ById = "/style";

    public static string Of(string? number, string? identifier) =>
        $"{ByNumber}/{JoorQueryText.Segment(number ?? "")}/{JoorQueryText.Segment(identifier ?? "")}";

    public static string Of(JoorStyleKey key) => key.Id is { Length: > 0 } id ? $"{ById}/{JoorQueryText.Segment(id)}" : Of(key.Number, key.Identifier);

    public static string EndpointOf(JoorStyleKey key) => key.Id is { Length: > 0 } ? ById : ByNumber;

    public static JoorChecks Check(string? number, string? identifier) =>
        new JoorChecks().Required("style_number", number).Required("style_identifier", identifier);

    public static JoorChecks Check(JoorStyleKey key) => key.Id is { Length: > 0 } ? new JoorChecks() : Check(key.Number, key.Identifier);
}
