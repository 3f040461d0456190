namespace JoorBus.Simulators.Joor;

/// <summary>Retailers of one account, those that orders name to begin with; used only under the account's lock.</summary>
internal sealed class JoorCustomers
{
    private readonly List<StoredCustomer> _customers = [];
    private int _nextId = 310_001;

    public JoorCustomers(IReadOnlyList<JoorSimulatorPriceType> priceTypes)
    {
        for (var index = 0; index < Fashion.Retailers.Count; index++)
            Add(CustomerSeeding.Content(index, priceTypes));
    }

    public IReadOnlyList<StoredCustomer> All => _customers;

    public StoredCustomer? ByCode(string? code) => code is null ? null : _customers.Find(customer => customer.Code == code);

    public StoredCustomer? ById(string? id) => _customers.Find(customer => $"{customer.Id}" == id);

    public StoredCustomer Add(System.Text.Json.Nodes.JsonObject content)
    {
        var customer = new StoredCustomer { Id = _nextId++, Content = content };
        _customers.Add(customer);
        return customer;
    }

    public void Remove(StoredCustomer customer) => _customers.Remove(customer);
}
