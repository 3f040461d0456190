using JoorBus.Joor;
using JoorBus.Products.Setting;

namespace JoorBus.Products.Pushing;

/// <summary>
/// Works off the plans of a batch: what may go together goes in one request, each answer is stored before the next request, and what JOOR left open is read.
/// </summary>
internal sealed class PushBatch(
    JoorConnectionOptions connection, ProductSettings settings, ICallSending sending, IKnownReading reading, PushProgress progress, FactsCache facts, ProductCredits credits)
{
    private const int MostReads = 4;
    private const int MostPlans = 8;

    /// <summary>Ends when no style has anything left to send, or something stands in the way of all.</summary>
    /// <returns>What stands in the way; null when nothing does.</returns>
    public async Task<CallFate.Later?> RunAsync(IReadOnlyList<PushStyle> styles, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await ReadAsync([.. styles.Where(style => style is { IsOver: false, MustBeRead: true })], cancellationToken) is { } unread)
                return unread;
            foreach (var style in styles.Where(style => style is { IsOver: false, Left: 0 }))
                Finish(style);
            if (NextGroup(styles) is not { Count: > 0 } group)
            {
                if (styles.All(style => style.IsOver))
                    return null;
                continue;
            }

            if (await credits.WaitUntilAsync(connection, settings, 0, cancellationToken) is { } until)
                return new CallFate.Later(ProductCredits.UsedUp, until);
            if (await SendAsync(group, styles, cancellationToken) is { } obstacle)
                return obstacle;
        }
    }

    /// <summary>Reads what JOOR holds of styles that are not known or not known surely.</summary>
    public async Task<CallFate.Later?> ReadAsync(IReadOnlyList<PushStyle> styles, CancellationToken cancellationToken)
    {
        if (styles.Count == 0)
            return null;
        if (styles.FirstOrDefault(style => style.Reads >= MostReads) is { } endless)
            return new CallFate.Later($"style '{endless.Dirty.Style}': what JOOR did stays unknown after {MostReads} looks", null);
        var read = await reading.ReadAsync(styles, cancellationToken);
        if (read.Obstacle is not null)
            return read.Obstacle;
        foreach (var (style, known) in styles.Zip(read.Read))
        {
            style.Adopt(known);
            style.Learn(facts.Find(connection.Key) ?? style.Input.Facts);
        }

        return null;
    }

    // A plan that is worked off may leave another: ids that were missing, a price type that is known to be unknown by now.
    private static void Finish(PushStyle style)
    {
        if (style.Plans < MostPlans)
            style.Replan();
        style.IsOver = style is { Left: 0, MustBeRead: false } || style.Plans >= MostPlans;
    }

    private List<PlannedCall> NextGroup(IReadOnlyList<PushStyle> styles)
    {
        var heads = styles.Where(style => !style.MustBeRead && style.Next is not null).Select(style => new PlannedCall(style, style.Next!)).ToList();
        return heads.MinBy(planned => sending.StepOf(planned.Call)) is not { } first ? []
            : [first, .. heads.Where(other => other != first && sending.MayJoin(first, other))];
    }

    private async Task<CallFate.Later?> SendAsync(List<PlannedCall> group, IReadOnlyList<PushStyle> styles, CancellationToken cancellationToken)
    {
        var fates = await sending.SendAsync(group, cancellationToken);
        var pairs = group.Zip(fates).ToList();
        foreach (var (planned, fate) in pairs)
            planned.Style.Take(fate);
        await progress.KnowAsync([.. pairs.Select(pair => (pair.First.Style, pair.Second))], cancellationToken);
        if (pairs.Any(pair => pair.Second is CallFate.Refused))
            Learn(pairs, styles);
        return fates.OfType<CallFate.Later>().FirstOrDefault();
    }

    private void Learn(List<(PlannedCall Planned, CallFate Fate)> pairs, IReadOnlyList<PushStyle> styles)
    {
        facts.Doubt(connection.Key);
        foreach (var (planned, fate) in pairs)
        {
            if (fate is not CallFate.Refused refused || LearntPriceTypes.In(planned.Call, refused.Sentence) is not { Count: > 0 } unknown)
                continue;
            // The plan made anew leaves the price out and says so itself.
            planned.Style.Refused.Remove(refused.Sentence);
            var learnt = facts.Refuse(connection.Key, unknown);
            foreach (var style in styles.Where(style => !style.IsOver))
                style.Learn(learnt);
        }
    }
}
