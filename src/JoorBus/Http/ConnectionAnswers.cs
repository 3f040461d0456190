using JoorBus.Connections.Listing;
using JoorBus.Connections.Managing;

namespace JoorBus.Http;

/// <summary>From how managing a connection ended to an HTTP answer.</summary>
internal static class ConnectionAnswers
{
    public static async Task WriteAsync(HttpContext http, ConnectionOutcome outcome, int whenDone = StatusCodes.Status200OK)
    {
        switch (outcome)
        {
            case ConnectionOutcome.Done done:
                // Accepted, not done: something older is still under way.
                http.Response.StatusCode = done.StillUnderWay is null ? whenDone : StatusCodes.Status202Accepted;
                var view = await http.RequestServices.GetRequiredService<ConnectionListing>().ShowAsync(done.Name, http.RequestAborted);
                await http.Response.WriteAsJsonAsync(
                    new ConnectionChanged(done.Name, done.Finding, done.StillUnderWay, view), ApiJson.Default.ConnectionChanged, cancellationToken: http.RequestAborted);
                break;
            case ConnectionOutcome.NotFound(var sentence):
                await http.RefuseAsync(StatusCodes.Status404NotFound, sentence);
                break;
            case ConnectionOutcome.Wrong(var faults):
                await http.RefuseAsync(StatusCodes.Status400BadRequest, new Problem(string.Join(" ", faults.Select(fault => fault.Sentence))) { Faults = faults });
                break;
            case ConnectionOutcome.Refused(var sentence):
                await http.RefuseAsync(StatusCodes.Status409Conflict, sentence);
                break;
            case ConnectionOutcome.TestFailed(var finding):
                await http.RefuseAsync(StatusCodes.Status422UnprocessableEntity, new Problem($"{finding.Sentence} {finding.Advice}".TrimEnd()) { Test = finding });
                break;
            default:
                throw new InvalidOperationException($"{outcome.GetType().Name} is not an outcome this version knows");
        }
    }
}
