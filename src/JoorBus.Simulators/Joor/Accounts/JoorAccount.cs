namespace JoorBus.Simulators.Joor;

/// <summary>All that one account holds.</summary>
internal sealed class JoorAccount
{
    public JoorAccount(JoorSimulatorAccount account, int index, JoorSimulatorOptions options, TimeProvider time)
    {
        Id = account.AccountId;
        Orders = new JoorSimulatorOrders(Id, index, options, time, Gate, new SeededItems(account.Catalog));
        Credits = new CreditWindow(options.IsThrottling ? options.CreditsPerWindow : int.MaxValue, options.Window);
        Catalog = new JoorCatalog(account.PriceTypes);
        Customers = new JoorCustomers(account.PriceTypes);
        CatalogSeeding.Fill(Catalog, account.Catalog, time.GetUtcNow());
    }

    /// <summary>Held while a request takes effect, so that its reads and writes are one step.</summary>
    public Lock Gate { get; } = new();

    public string Id { get; }
    public JoorSimulatorOrders Orders { get; }
    public CreditWindow Credits { get; }
    public AtOnce UnderWay { get; } = new();
    public JoorCatalog Catalog { get; }
    public JoorCustomers Customers { get; }

    public JoorAccountLedger Snapshot()
    {
        lock (Gate)
        {
            return Orders.Snapshot() with
            {
                MostAtOnce = UnderWay.Most,
                Windows = Credits.Snapshot(),
            };
        }
    }
}
