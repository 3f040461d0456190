namespace JoorBus.Simulators.Wms;

/// <summary>How often commands of one kind came for an order, and how often they had an effect.</summary>
public sealed record WmsCounts(int Deliveries, int Effects)
{
    internal static WmsCounts Delivered(WmsCounts counts) => counts with { Deliveries = counts.Deliveries + 1 };

    internal static WmsCounts Done(WmsCounts counts) => counts with { Effects = counts.Effects + 1 };
}
