using System.Security.Cryptography;
using System.Text;
using JoorBus.Configuring;

namespace JoorBus.Http;

/// <summary>Lets only callers with the token in, where one is set. Health checks stay open.</summary>
internal sealed class BearerToken(RequestDelegate next, HttpSettings settings)
{
    private const string Scheme = "Bearer ";
    private readonly byte[]? expected = settings.Token is { } token ? SHA256.HashData(Encoding.UTF8.GetBytes(token)) : null;

    public Task InvokeAsync(HttpContext context)
    {
        if (expected is null || context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal) || IsRight(context.Request.Headers.Authorization))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return context.Response.WriteAsJsonAsync(
            new Problem("The request carries no valid token; send 'Authorization: Bearer …' with the value of JOORBUS__HTTP__TOKEN"), ApiJson.Default.Problem);
    }

    // Hashes have one length, so the comparison takes one time.
    private bool IsRight(string? header) =>
        header is not null
        && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(expected, SHA256.HashData(Encoding.UTF8.GetBytes(header[Scheme.Length..])));
}
