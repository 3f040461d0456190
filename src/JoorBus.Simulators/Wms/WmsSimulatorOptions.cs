namespace JoorBus.Simulators.Wms;

/// <summary>How the WMS stand-in behaves. Shares are from 0 to 1 and drawn from the seed and a command's idempotency key, so a repetition draws the same.</summary>
public sealed record WmsSimulatorOptions
{
    /// <summary>Seed of all draws.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Share of creations and amendments that are refused.</summary>
    public double RejectShare { get; init; }

    /// <summary>Reasons to refuse with, as a warehouse would word them.</summary>
    public IReadOnlyList<string> RejectReasons { get; init; } =
        ["Item is not in the item master", "Ship-to address cannot be served", "Customer is on hold"];

    /// <summary>Share of cancellations that are refused.</summary>
    public double CancelRejectShare { get; init; }

    /// <summary>Share of commands that are acted on but not answered until they come again.</summary>
    public double SilentShare { get; init; }

    /// <summary>Share of commands that are answered twice.</summary>
    public double AnswerTwiceShare { get; init; }

    /// <summary>Least wait between effect and answer.</summary>
    public TimeSpan MinLatency { get; init; }

    /// <summary>Longest wait between effect and answer.</summary>
    public TimeSpan MaxLatency { get; init; }

    /// <summary>Wait from accepting an order to shipping it; null ships nothing.</summary>
    public TimeSpan? ShipAfter { get; init; }
}
