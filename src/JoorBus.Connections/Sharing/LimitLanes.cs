using JoorBus.Joor;

namespace JoorBus.Connections.Sharing;

/// <summary>
/// Those of this process that want the same things wait in a lane; only the best few of each lane ask the database, for the first time one
/// after the other: whoever the database does not know yet could be overtaken.
/// </summary>
internal sealed class LimitLanes
{
    // With only one, the next best would be unknown to other processes for a round trip, and their lesser ones would go first.
    private const int Asking = 4;

    private readonly Lock _gate = new();
    private readonly Dictionary<object, SortedList<(JoorPriority, long), LimitPlace>> _lanes = [];
    private long _number;

    public LimitPlace Join(JoorPermitRequest request)
    {
        var key = (request.Account, request.Group, request.Endpoint);
        lock (_gate)
        {
            var place = new LimitPlace(key, request.Priority, ++_number);
            if (!_lanes.TryGetValue(key, out var lane))
                _lanes[key] = lane = [];
            lane.Add(place.Order, place);
            Call(lane);
            return place;
        }
    }

    public void Leave(LimitPlace place)
    {
        lock (_gate)
        {
            var lane = _lanes[place.Lane];
            lane.Remove(place.Order);
            if (lane.Count == 0)
                _lanes.Remove(place.Lane);
            else
                Call(lane);
        }
    }

    /// <summary>The database knows of it now, or could not be asked.</summary>
    public void Asked(LimitPlace place)
    {
        if (place.HasAsked)
            return;
        lock (_gate)
        {
            place.HasAsked = true;
            Call(_lanes[place.Lane]);
        }
    }

    private static void Call(SortedList<(JoorPriority, long), LimitPlace> lane)
    {
        for (var place = 0; place < lane.Count && place < Asking; place++)
        {
            lane.Values[place].BecomesBest();
            if (!lane.Values[place].HasAsked)
                return;
        }
    }
}
