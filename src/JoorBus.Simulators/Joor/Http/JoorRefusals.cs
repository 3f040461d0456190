using System.Text.Json.Nodes;

namespace JoorBus.Simulators.Joor;

/// <summary>Faults as each API words them. JOOR documents the shape for v4's bulk calls only.</summary>
internal static class JoorRefusals
{
    public static JoorAnswer Of(JoorApi api, int status, string message, Guid logId, JoorFormat format) => api switch
    {
        JoorApi.V4 => V4(status, V4Status(status), message),
        JoorApi.SigningIn => SigningIn(status, status < 500 ? "invalid_request" : "unknown_error", message),
        _ => V2(status, message, logId, format),
    };

    public static JoorAnswer V2(int status, string comment, Guid logId, JoorFormat format) => JoorAnswer.Of(
        new JsonObject { ["response"] = new JsonObject { ["code"] = 1, ["comment"] = comment, ["log_id"] = logId.ToString() } }, format, status);

    public static JoorAnswer V4(int status, string code, string message) => JoorAnswer.Of(
        new JsonObject
        {
            ["data"] = new JsonArray(),
            ["errors"] = new JsonArray(new JsonObject { ["status"] = code, ["message"] = message, ["details"] = new JsonObject() }),
        },
        JoorFormat.Json,
        status);

    public static JoorAnswer SigningIn(int status, string error, string description) =>
        JoorAnswer.Of(new JsonObject { ["error"] = error, ["error_description"] = description }, JoorFormat.Json, status);

    private static string V4Status(int status) => status switch
    {
        400 => "VALIDATION_ERROR",
        401 => "UNAUTHORIZED",
        403 => "FORBIDDEN",
        404 => "NOT_FOUND",
        405 => "METHOD_NOT_ALLOWED",
        429 => "TOO_MANY_REQUESTS",
        503 => "SERVICE_UNAVAILABLE",
        _ => "INTERNAL_ERROR",
    };
}
