namespace JoorBus.Simulators.Wms;

/// <summary>What the warehouse heard of its stock and styles in JOOR; each message counts once.</summary>
public sealed class WmsPushes
{
    private readonly Lock _lock = new();
    private readonly HashSet<Guid> _heard = [];

    /// <summary>Numbers of stock that JOOR took.</summary>
    public int Stock { get; private set; }

    /// <summary>Numbers of stock that were refused.</summary>
    public int StockRefused { get; private set; }

    /// <summary>Styles that JOOR took.</summary>
    public int Styles { get; private set; }

    /// <summary>Styles that were refused.</summary>
    public int StylesRefused { get; private set; }

    internal void Hear(Guid messageId, int stock = 0, int stockRefused = 0, int styles = 0, int stylesRefused = 0)
    {
        lock (_lock)
        {
            if (!_heard.Add(messageId))
                return;
            Stock += stock;
            StockRefused += stockRefused;
            Styles += styles;
            StylesRefused += stylesRefused;
        }
    }
}
