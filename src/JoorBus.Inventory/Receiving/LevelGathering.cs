namespace JoorBus.Inventory.Receiving;

/// <summary>
/// Levels that came and are not yet stored: of each item and warehouse only what counts, so that a flood over few items stays small. One at a time takes
/// what is there.
/// </summary>
/// <param name="mostLevels">Different levels at which no more are to be brought.</param>
internal sealed class LevelGathering(int mostLevels)
{
    private readonly Lock _lock = new();
    // Kept and emptied: a new one of this size each time would be left to the collector's slowest heap.
    private readonly Dictionary<Place, LevelRow> _levels = [];
    private List<ulong> _tags = [];
    private TaskCompletionSource _room = NewRoom();
    private bool _isTaken;

    /// <summary>Returns when more may be brought.</summary>
    public async Task RoomAsync()
    {
        while (Room() is { IsCompleted: false } room)
        {
            await room.ConfigureAwait(false);
        }
    }

    /// <summary>Adds the levels of a delivery. True: nobody takes, the caller is to.</summary>
    public bool Add(ulong tag, IReadOnlyList<LevelRow> levels)
    {
        lock (_lock)
        {
            _tags.Add(tag);
            for (var i = 0; i < levels.Count; i++)
            {
                var level = levels[i];
                ref var known = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_levels, new Place(level.Item, level.Warehouse, level.Connection), out var isKnown);
                known = isKnown ? LevelMerging.Newer(known!, level) : level;
            }

            var begins = !_isTaken;
            _isTaken = true;
            return begins;
        }
    }

    /// <summary>Takes everything; null when there is nothing, and the next who adds begins.</summary>
    public GatheredLevels? Take()
    {
        TaskCompletionSource room;
        GatheredLevels taken;
        lock (_lock)
        {
            if (_tags.Count == 0)
            {
                _isTaken = false;
                return null;
            }

            taken = new GatheredLevels(_tags, [.. _levels.Values]);
            _levels.Clear();
            (_tags, room, _room) = ([], _room, NewRoom());
        }

        room.SetResult();
        return taken;
    }

    private Task Room()
    {
        lock (_lock)
        {
            return _levels.Count < mostLevels ? Task.CompletedTask : _room.Task;
        }
    }

    private static TaskCompletionSource NewRoom() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly record struct Place(string Item, string Warehouse, string Connection);
}

/// <summary>Levels to store, each once, and the deliveries they came with.</summary>
internal sealed record GatheredLevels(IReadOnlyList<ulong> Tags, IReadOnlyList<LevelRow> Levels);
