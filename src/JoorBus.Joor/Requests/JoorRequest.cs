namespace JoorBus.Joor;

/// <summary>One call of an endpoint; <paramref name="Path"/> names the endpoint and follows the connection's base.</summary>
internal sealed record JoorRequest(HttpMethod Verb, string Path, string Query, int Credits, JoorPriority Priority)
{
    /// <summary>True when sending it twice changes nothing in JOOR.</summary>
    public bool SafeToRepeat { get; init; }
}

/// <summary>A whole answer with a status of success.</summary>
internal sealed record JoorBody(ReadOnlyMemory<byte> Bytes, DateTimeOffset? ServerTime, int CreditsLeft, string Where);
