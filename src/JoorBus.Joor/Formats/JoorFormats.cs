namespace JoorBus.Joor;

/// <summary>Names of the formats on the wire.</summary>
internal static class JoorFormats
{
    public static string MediaType(JoorFormat format) => format == JoorFormat.Xml ? "application/xml" : "application/json";
}
