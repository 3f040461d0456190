using JoorBus.Messaging.Failing;

namespace JoorBus.Products.Receiving;

/// <summary>A message that is not taken, with the sentence that says why.</summary>
internal static class Refusal
{
    public static RefusedMessageException Because(string sentence) => new(sentence);
}
