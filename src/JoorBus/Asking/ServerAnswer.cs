namespace JoorBus.Asking;

/// <summary>What asking a running instance led to.</summary>
internal abstract record ServerAnswer
{
    private ServerAnswer()
    {
    }

    /// <summary>Its answer, as JSON.</summary>
    public sealed record Answered(string Json) : ServerAnswer;

    /// <summary>No answer, or a no; a sentence for a person.</summary>
    public sealed record Failed(string Sentence) : ServerAnswer;
}
