namespace JoorBus.Inventory.Pacing;

/// <summary>What a rhythm would have cost over known arrivals: requests, and seconds that all entries together would have waited.</summary>
internal readonly record struct RhythmTrial(int Requests, int RecentRequests, double Waited)
{
    public static RhythmTrial Of(Rhythm rhythm, Arrivals arrivals, int mostEntries, DateTimeOffset recent)
    {
        var (requests, recentRequests, waited) = (0, 0, 0d);
        var (waiting, sum, oldest) = (0L, 0d, 0d);
        var (hold, gap, idle) = (rhythm.Hold.TotalSeconds, rhythm.Gap.TotalSeconds, rhythm.Idle.TotalSeconds);
        var enough = Math.Min(rhythm.Enough, mostEntries);
        var start = arrivals.Since;
        var recentFrom = (recent - start).TotalSeconds;
        var (last, due) = (double.NegativeInfinity, double.PositiveInfinity);
        for (var i = 0; i < arrivals.Count; i++)
        {
            var at = (arrivals[i].At - start).TotalSeconds;
            if (due <= at)
                Send(due, waiting, sum);
            if (waiting == 0)
                oldest = at;
            waiting += arrivals[i].Entries;
            sum += arrivals[i].Entries * at;
            while (waiting >= enough)
            {
                var entries = Math.Min(waiting, mostEntries);
                Send(at, entries, sum * entries / waiting);
                oldest = at;
            }

            due = waiting == 0 ? double.PositiveInfinity : Math.Min(Math.Max(oldest + hold, last + gap), at + idle);
        }

        if (waiting > 0)
            Send(due, waiting, sum);
        return new RhythmTrial(requests, recentRequests, waited);

        void Send(double at, long entries, double arrived)
        {
            requests++;
            recentRequests += at >= recentFrom ? 1 : 0;
            waited += (entries * at) - arrived;
            (waiting, sum, last) = (waiting - entries, sum - arrived, at);
        }
    }
}
