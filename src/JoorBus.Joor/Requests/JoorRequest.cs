namespace JoorBus.Joor;

/// <summary>One call of an endpoint; <paramref name="Path"/> follows the base of <see cref="Version"/>.</summary>
internal sealed record JoorRequest(HttpMethod Verb, string Path, string Query, JoorRequestKind Kind, JoorPriority Priority)
{
    public JoorApiVersion Version { get; init; } = JoorApiVersion.V2;

    /// <summary>Name of the endpoint in logs, in breaking and in taking turns: the path without ids.</summary>
    public string Endpoint { get; init; } = Path;

    /// <summary>Null for a request without body.</summary>
    public JoorBodyContent? Body { get; init; }

    /// <summary>Longest wait for slot and credits; null takes the gateway's default for its priority.</summary>
    public TimeSpan? Patience { get; init; }

    /// <summary>True hands bodies of 400, 404, 409 and 422 to the reader too (<see cref="JoorBody.Status"/>): v4 tells there which elements it refused.</summary>
    public bool ReadsRefusals { get; init; }
}

/// <summary>What is sent, ready for the wire.</summary>
internal sealed record JoorPayload(ReadOnlyMemory<byte> Bytes, string ContentType);

/// <summary>What repeating a request would do, and so which pipeline it takes.</summary>
internal enum JoorRequestKind
{
    /// <summary>No effect: repeated after a lost connection or a 5xx.</summary>
    Read,

    /// <summary>A read that marks what it returns: sent once.</summary>
    MarkingRead,

    /// <summary>Sets absolute values, so the same again changes nothing: repeated like a read.</summary>
    RepeatableWrite,

    /// <summary>Creates or adds: repeated only when surely never sent.</summary>
    Write,

    /// <summary>A write of many bytes, with more time.</summary>
    Upload,
}

/// <summary>A whole answer with a status of success, or of refusal where the request reads those.</summary>
internal sealed record JoorBody(ReadOnlyMemory<byte> Bytes, DateTimeOffset? ServerTime, int CreditsLeft, string Where)
{
    /// <summary>Media type as JOOR named it; null when it named none.</summary>
    public string? MediaType { get; init; }

    /// <summary>HTTP status.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The connection as it was for this attempt: its options, and how secrets are struck out of what is shown.</summary>
    public JoorConnection Connection { get; init; } = None;

    /// <summary>Strikes out every secret of the attempt, the access token included.</summary>
    public JoorExcerpt Excerpt { get; init; } = None.Excerpt;

    private static JoorConnection None { get; } = new(new JoorConnectionOptions());
}
