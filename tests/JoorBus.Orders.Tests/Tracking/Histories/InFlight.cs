namespace JoorBus.Orders.Tests.Tracking.Histories;

internal enum Destination
{
    Translating,
    Tracking,
    Warehouse,
}

internal sealed record Flight(Destination To, object Message, int NotBefore);

/// <summary>Messages on their way. They arrive late, in any order, and more than once, as the seed says.</summary>
internal sealed class InFlight(Random random)
{
    private const int LongestDelay = 40;
    private readonly List<Flight> flights = [];

    public bool IsEmpty => flights.Count == 0;

    public void Add(Destination to, object message, int now) =>
        flights.Add(new Flight(to, message, random.Next(5) == 0 ? now + random.Next(LongestDelay) : now));

    /// <summary>One message that may arrive now; null when all are delayed.</summary>
    public Flight? Take(int now)
    {
        var ready = flights.Where(flight => flight.NotBefore <= now).ToList();
        if (ready.Count == 0)
            return null;
        var flight = ready[random.Next(ready.Count)];
        if (random.Next(4) != 0)
            flights.Remove(flight);
        return flight;
    }
}
