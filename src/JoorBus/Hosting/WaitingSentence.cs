namespace JoorBus.Hosting;

/// <summary>Lets what a start waits for be said once, and again each minute.</summary>
internal sealed class WaitingSentence(TimeProvider clock)
{
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);
    private string? said;
    private DateTimeOffset saidAt;

    public bool IsNews(string sentence)
    {
        var now = clock.GetUtcNow();
        if (sentence == said && now - saidAt < Again)
            return false;
        (said, saidAt) = (sentence, now);
        return true;
    }
}
