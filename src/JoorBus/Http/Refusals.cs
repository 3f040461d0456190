namespace JoorBus.Http;

internal static class Refusals
{
    public static Task RefuseAsync(this HttpContext http, int status, string message) => http.RefuseAsync(status, new Problem(message));

    public static Task RefuseAsync(this HttpContext http, int status, Problem problem)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(problem, ApiJson.Default.Problem, cancellationToken: http.RequestAborted);
    }
}
