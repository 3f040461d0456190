namespace JoorBus.Joor.Tests.Limits;

/// <summary>One client: asks, waits, sends, gives back, asks again, until its process dies.</summary>
internal sealed class LimitClient(int number)
{
    public int Number { get; } = number;

    /// <summary>Counts lives and requests; what an earlier one left in the future does nothing any more.</summary>
    public int Turn { get; set; }

    public int Holder { get; set; }

    public JoorWaiter? Waiting { get; set; }

    /// <summary>Ends what the server does for it; null when nothing is there.</summary>
    public Action? Abort { get; set; }

    public TimeSpan LongestWait { get; set; }

    public int Served { get; set; }
}
