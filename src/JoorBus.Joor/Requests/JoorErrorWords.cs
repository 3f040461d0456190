namespace JoorBus.Joor;

/// <summary>JOOR's words in an error body of either format: v2's comment, v4's first error, else the body's start.</summary>
internal static class JoorErrorWords
{
    public static (string Words, string? LogId) Of(ReadOnlySpan<byte> body, JoorExcerpt excerpt) => JoorEnvelope.WordsOf(body, excerpt);
}
