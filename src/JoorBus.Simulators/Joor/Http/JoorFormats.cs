using Microsoft.AspNetCore.Http;

namespace JoorBus.Simulators.Joor;

/// <summary>v2's rule: Accept, else return_format, else the format of the request.</summary>
internal static class JoorFormats
{
    public static JoorFormat Of(JoorApi api, HttpRequest request)
    {
        if (api != JoorApi.V2)
            return JoorFormat.Json;
        return Named(request.Headers.Accept.ToString()) ?? Named(request.Query["return_format"].ToString()) ?? Named(request.ContentType) ?? JoorFormat.Json;
    }

    public static bool IsXml(string? contentType) => Named(contentType) == JoorFormat.Xml;

    private static JoorFormat? Named(string? text) => text switch
    {
        null => null,
        _ when text.Contains("json", StringComparison.OrdinalIgnoreCase) => JoorFormat.Json,
        _ when text.Contains("xml", StringComparison.OrdinalIgnoreCase) => JoorFormat.Xml,
        _ => null,
    };
}
