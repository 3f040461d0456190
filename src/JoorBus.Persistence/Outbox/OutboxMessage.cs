namespace JoorBus.Persistence.Outbox;

/// <summary>A message to hand to the broker: its bytes are final, so a repetition is the same message.</summary>
public sealed record OutboxMessage
{
    /// <summary>The message's id; consumers recognise repetitions by it.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>Short address without host: <c>exchange:name</c> or <c>queue:name</c>.</summary>
    public required string Destination { get; init; }

    /// <summary>MIME type of <see cref="Body"/>.</summary>
    public required string ContentType { get; init; }

    /// <summary>The serialized message, as the broker gets it.</summary>
    public required byte[] Body { get; init; }

    /// <summary>Transport headers as a JSON object of strings; null for none.</summary>
    public string? Headers { get; init; }

    /// <summary>From when on the sweeper may deliver it.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>True when it must not leave before <see cref="DueAt"/>.</summary>
    public bool IsDelayed { get; init; }

    internal Guid Key => NameBasedGuid.Create(MessageId, Destination);
}
