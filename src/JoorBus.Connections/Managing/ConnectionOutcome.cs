namespace JoorBus.Connections.Managing;

/// <summary>How managing a connection ended.</summary>
public abstract record ConnectionOutcome
{
    private ConnectionOutcome()
    {
    }

    /// <summary>It is done, and no request with older options goes out any more.</summary>
    /// <param name="Name">The connection's name now.</param>
    /// <param name="Finding">What a test found; null when none was made.</param>
    /// <param name="StillUnderWay">Set when requests with older options had not ended in time: a sentence that says how many.</param>
    public sealed record Done(string Name, ConnectionFinding? Finding = null, string? StillUnderWay = null) : ConnectionOutcome;

    /// <summary>No connection has that name.</summary>
    public sealed record NotFound(string Sentence) : ConnectionOutcome;

    /// <summary>What was given cannot be used; every fault at once.</summary>
    public sealed record Wrong(IReadOnlyList<FieldFault> Faults) : ConnectionOutcome;

    /// <summary>Something else stands against it.</summary>
    public sealed record Refused(string Sentence) : ConnectionOutcome;

    /// <summary>JOOR did not let it in, so nothing was stored.</summary>
    public sealed record TestFailed(ConnectionFinding Finding) : ConnectionOutcome;
}
