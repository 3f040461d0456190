namespace JoorBus.Joor;

internal sealed class InProcessPermit(InProcessJoorLimits limits, JoorPermitRequest request, string ticket) : IJoorPermit
{
    public ValueTask ReleaseAsync(JoorPermitEnd end)
    {
        limits.Leave(request, ticket, end);
        return ValueTask.CompletedTask;
    }
}
