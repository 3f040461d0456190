namespace JoorBus.Persistence.Consuming;

/// <summary>The message being consumed: source of the ids of everything derived from it.</summary>
internal sealed record ConsumedMessage(Guid MessageId, string Queue, TimeProvider Clock)
{
    /// <summary>The same message consumed again derives the same ids, so a repetition downstream is recognised.</summary>
    public Guid Derive(string messageType, int ordinal) => NameBasedGuid.Create(MessageId, $"{Queue}|{messageType}|{ordinal}");
}
