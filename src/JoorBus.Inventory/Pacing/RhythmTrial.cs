namespace JoorBus.Inventory.Pacing;

/// <summary>
/// What a rhythm would cost over stretches of arrivals, each beginning with what waits now and the credits left now, which come back at its end.
/// The cost is the mean of waiting and a part of its root mean square, so that few who wait long count beside many who wait a little.
/// </summary>
internal struct RhythmTrial(Rhythm rhythm, PaceInput input, double entries)
{
    /// <summary>Weight of long waiting.</summary>
    private const double Worst = 0.3;

    private readonly double _hold = rhythm.Hold.TotalSeconds;
    private readonly double _gap = rhythm.Gap.TotalSeconds;
    private readonly double _idle = rhythm.Idle.TotalSeconds;
    private readonly int _enough = Math.Min(rhythm.Enough, input.MostEntries);
    private readonly int _affordable = input.Affordable;
    private readonly int _most = input.MostEntries;
    private readonly double _oldest = (input.OldestAt - input.Now)?.TotalSeconds ?? 0;
    private readonly double _newest = (input.NewestAt - input.Now)?.TotalSeconds ?? 0;
    private readonly double _last = (input.LastSentAt - input.Now)?.TotalSeconds ?? double.NegativeInfinity;
    private readonly int _waiting = input.Waiting;
    private double _waited;
    private double _squares;

    /// <summary>So far, of all <c>entries</c>: it only grows.</summary>
    public readonly double Cost => (_waited / entries) + (Worst * Math.Sqrt(Math.Max(0, _squares) / entries));

    /// <returns>False as soon as the cost is sure to exceed <paramref name="limit"/>.</returns>
    public bool Add(Stretch stretch, double limit)
    {
        var (requests, oldest, last, middle) = (0, _oldest, _last, (_oldest + _newest) / 2);
        var pile = new Pile(_waiting, _waiting * middle, _waiting * middle * middle);
        var due = Due(pile, 0, oldest, last, _newest);
        for (var i = 0; i < stretch.Times.Length; i++)
        {
            var at = stretch.Times[i];
            if (due <= at)
            {
                Send(due, pile);
                (pile, last) = (default, due);
                if (++requests == _affordable)
                    return Starve(stretch, pile, i, limit);
                if (Cost > limit)
                    return false;
            }

            if (pile.Entries == 0)
                oldest = at;
            pile = pile.With(stretch.Entries[i], at);
            while (pile.Entries >= _enough)
            {
                var sent = pile.Part(Math.Min(1, _most / pile.Entries));
                Send(at, sent);
                (pile, oldest, last) = (pile.Without(sent), at, at);
                if (++requests == _affordable)
                    return Starve(stretch, pile, i + 1, limit);
            }

            due = Due(pile, at, oldest, last, at);
        }

        Send(Math.Min(due, stretch.Length), pile);
        return Cost <= limit;
    }

    private readonly double Due(Pile pile, double now, double oldest, double last, double newest)
    {
        if (pile.Entries == 0)
            return double.PositiveInfinity;
        return pile.Entries >= _enough ? now : Math.Max(now, Math.Min(Math.Max(oldest + _hold, last + _gap), newest + _idle));
    }

    // Without credits all wait for the refill.
    private bool Starve(Stretch stretch, Pile pile, int from, double limit)
    {
        var (later, sum, squares) = stretch.From(from);
        Send(stretch.Length, new Pile(pile.Entries + later, pile.Sum + sum, pile.Squares + squares));
        return Cost <= limit;
    }

    private void Send(double at, Pile pile)
    {
        _waited += (pile.Entries * at) - pile.Sum;
        _squares += (pile.Entries * at * at) - (2 * at * pile.Sum) + pile.Squares;
    }

    /// <summary>Entries that wait, their times together and the squares of these.</summary>
    private readonly record struct Pile(double Entries, double Sum, double Squares)
    {
        public Pile With(int entries, double at) => new(Entries + entries, Sum + (entries * at), Squares + (entries * at * at));

        public Pile Part(double share) => new(Entries * share, Sum * share, Squares * share);

        public Pile Without(Pile other) => new(Entries - other.Entries, Sum - other.Sum, Squares - other.Squares);
    }
}
