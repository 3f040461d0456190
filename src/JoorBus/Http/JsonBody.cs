using System.Net;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace JoorBus.Http;

/// <summary>Reads what a write carries: JSON only, which no page of another site can send unasked, and not much of it.</summary>
internal static class JsonBody
{
    public const int MostBytes = 64 * 1024;

    /// <summary>Null after the request was refused.</summary>
    public static async Task<byte[]?> ReadAsync(HttpContext http)
    {
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
        {
            await http.RefuseAsync(StatusCodes.Status415UnsupportedMediaType, "Send a JSON body with 'Content-Type: application/json'");
            return null;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MostBytes;
        try
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body, http.RequestAborted);
            return body.ToArray();
        }
        catch (BadHttpRequestException fault)
        {
            await http.RefuseAsync(fault.StatusCode, $"The body cannot be read, or is larger than {MostBytes / 1024} KiB");
            return null;
        }
    }

    /// <summary>Whether nobody on the way could read the body.</summary>
    public static bool IsPrivate(HttpContext http) =>
        http.Request.IsHttps
        || http.Connection.RemoteIpAddress is not { } remote
        || IPAddress.IsLoopback(remote)
        || remote.Equals(http.Connection.LocalIpAddress);
}
