namespace JoorBus.Messaging.Reading;

/// <summary>A message that cannot be understood; the message says why.</summary>
public sealed class UnreadableMessageException(string reason, Exception? inner = null) : Exception(reason, inner);
