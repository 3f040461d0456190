namespace JoorBus.Inventory.Pacing;

/// <summary>The memory of one connection's pace: what arrived, when the last request left, and the rhythm that follows from it.</summary>
public sealed class StockPacer(TimeSpan window, DateTimeOffset now)
{
    private readonly Arrivals _arrivals = new(window, now);
    private Rhythm _rhythm = Rhythm.AtOnce;
    private DateTimeOffset _chosenAt = DateTimeOffset.MinValue;
    private DateTimeOffset? _newestAt;
    private int _affordable = -1;

    public DateTimeOffset? LastSentAt { get; private set; }

    public void Arrived(DateTimeOffset at, int entries)
    {
        _arrivals.Add(at, entries);
        if (entries > 0)
            _newestAt = at;
    }

    public void Sent(DateTimeOffset at) => LastSentAt = at;

    /// <summary>What to do now; the rhythm is chosen anew with each change of credits, and every 300th of a window while something waits.</summary>
    public PaceDecision Decide(PaceInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        input = input with { LastSentAt = LastSentAt, NewestAt = _newestAt };
        if (input.Waiting > 0 && input.Waiting < input.MostEntries && (input.Affordable != _affordable || input.Now - _chosenAt >= window / 300))
        {
            _rhythm = StockPacing.Choose(input, _arrivals);
            (_chosenAt, _affordable) = (input.Now, input.Affordable);
        }

        // A later look may find a better rhythm, so nothing waits for long without one.
        return StockPacing.Decide(input, _rhythm) is PaceDecision.Wait { Until: { } until } && input.Affordable > 0 && input.Waiting > 0
            ? new PaceDecision.Wait(until < input.Now + (window / 100) ? until : input.Now + (window / 100))
            : StockPacing.Decide(input, _rhythm);
    }
}
