using JoorBus.Joor;

namespace JoorBus.Connections.Sharing;

/// <summary>Those of this process that want the same things wait in a lane; only the best of each lane asks the database.</summary>
internal sealed class LimitLanes
{
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
            lane.Values[0].BecomesBest();
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
                lane.Values[0].BecomesBest();
        }
    }
}
