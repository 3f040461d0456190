using Microsoft.AspNetCore.Http.Features;

namespace JoorBus.Simulators.Joor;

/// <summary>All paths of one version.</summary>
internal sealed class JoorRouteTable(JoorApi api, IReadOnlyList<JoorRoute> routes)
{
    public JoorAnswer Handle(JoorCall call)
    {
        var path = PathOf(call);
        var isKnown = false;
        foreach (var route in routes)
        {
            if (route.Match(path) is not { } places)
                continue;
            isKnown = true;
            if (!route.IsFor(call.Http.Method))
                continue;
            call.Places = places;
            return route.Handle(call);
        }
        return isKnown
            ? JoorRefusals.Of(api, 405, $"{call.Http.Method} is not possible here", call.LogId, call.Format)
            : JoorRefusals.Of(api, 404, "No such resource", call.LogId, call.Format);
    }

    // Split before decoding, so that a style number may hold a slash.
    private static List<string> PathOf(JoorCall call)
    {
        var target = call.Http.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var path = target.StartsWith('/') ? target.Split('?')[0] : call.Http.Path.Value!;
        return [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Uri.UnescapeDataString)];
    }
}
