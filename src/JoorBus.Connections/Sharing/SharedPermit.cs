using JoorBus.Joor;

namespace JoorBus.Connections.Sharing;

internal sealed class SharedPermit(SharedJoorLimits limits, JoorPermitRequest request, string id) : IJoorPermit
{
    public ValueTask ReleaseAsync(JoorPermitEnd end) => new(limits.LeaveAsync(request, id, end));
}
