namespace JoorBus.Simulators.Joor;

/// <summary>All paths of one version.</summary>
internal sealed class JoorRouteTable(JoorApi api, IReadOnlyList<JoorRoute> routes)
{
    public JoorAnswer Handle(JoorCall call)
    {
        // Split before decoding, so that a style number may hold a slash.
        var path = call.Http.HttpContext.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget.Split('?')[0]
            .Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Uri.UnescapeDataString).ToList();
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
}
