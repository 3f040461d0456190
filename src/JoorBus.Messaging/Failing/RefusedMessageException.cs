namespace JoorBus.Messaging.Failing;

/// <summary>A message that is understood and cannot be followed; the message says why, in a sentence a person can act on.</summary>
public sealed class RefusedMessageException(string reason) : Exception(reason);
