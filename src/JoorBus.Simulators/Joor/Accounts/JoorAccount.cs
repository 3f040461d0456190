namespace JoorBus.Simulators.Joor;

/// <summary>All that one account holds.</summary>
internal sealed class JoorAccount
{
    private readonly TimeProvider _time;

    public JoorAccount(JoorSimulatorAccount account, int index, JoorSimulatorOptions options, TimeProvider time)
    {
        Id = account.AccountId;
        Catalog = new JoorCatalog(account.PriceTypes);
        Orders = new JoorSimulatorOrders(Id, index, options, time, Gate, new SeededItems(account.Catalog), line => Catalog.IsDeleted(line));
        Credits = new CreditWindow(options.IsThrottling ? options.CreditsPerWindow : int.MaxValue, options.Window);
        LineCancelling = new LineCancelling(Catalog, Orders);
        Customers = new JoorCustomers(account.PriceTypes);
        Inventory = new JoorInventory(Catalog, Orders, account.Warehouses, options);
        Jobs = new JoorJobs(Catalog, Customers, options.JobDuration);
        _time = time;
        CatalogSeeding.Fill(Catalog, account.Catalog, time.GetUtcNow());
    }

    /// <summary>Held while a request takes effect, so that its reads and writes are one step.</summary>
    public Lock Gate { get; } = new();

    public DateTimeOffset Now => _time.GetUtcNow();

    public string Id { get; }
    public JoorSimulatorOrders Orders { get; }
    public CreditWindow Credits { get; }
    public AtOnce UnderWay { get; } = new();
    public JoorCatalog Catalog { get; }
    public JoorCustomers Customers { get; }
    public JoorInventory Inventory { get; }
    public JoorJobs Jobs { get; }
    public LineCancelling LineCancelling { get; }
    public JoorCollections Collections { get; } = new();

    public JoorAccountLedger Snapshot()
    {
        lock (Gate)
        {
            Jobs.Advance(_time.GetUtcNow());
            return Orders.Snapshot() with
            {
                MostAtOnce = UnderWay.Most,
                Windows = Credits.Snapshot(),
                Stock = [.. Inventory.All],
                Styles = StyleEntries.Of(this),
                Customers = [.. Customers.All.Where(customer => customer.IsTouched).Select(customer => new JoorCustomerEntry(customer.Id, customer.Code, customer.Content.Text("customer_name")))],
                Jobs = [.. Jobs.All.Select(job => new JoorJobEntry(job.Id, job.Kind, job.Records.Count, job.IsDone, [.. job.Refusals]))],
            };
        }
    }

    public IReadOnlyList<JoorSkuEntry> Skus()
    {
        lock (Gate)
            return [.. Catalog.Skus.Select(JoorSkuEntry.Of)];
    }
}
