namespace JoorBus.Simulators.Joor;

/// <summary>Counts what is under way at the same time, and the most that ever was.</summary>
internal sealed class AtOnce
{
    private readonly Lock _lock = new();
    private int _now;

    public int Most { get; private set; }

    /// <summary>Null when the limit is reached.</summary>
    public Stay? Enter(int? limit = null)
    {
        lock (_lock)
        {
            if (_now >= limit)
                return null;
            Most = Math.Max(Most, ++_now);
            return new Stay(this, _now);
        }
    }

    /// <summary>One that is under way, until it leaves.</summary>
    internal sealed class Stay(AtOnce of, int place)
    {
        private bool _hasLeft;

        /// <summary>How many were under way when it entered, itself included.</summary>
        public int Place { get; } = place;

        /// <summary>Any number of times; the first counts.</summary>
        public void Leave()
        {
            lock (of._lock)
            {
                if (!_hasLeft)
                    of._now--;
                _hasLeft = true;
            }
        }
    }
}
