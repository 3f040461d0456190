using System.Text.Json;
using JoorBus.EndToEnd.World;
using JoorBus.Hosting;
using JoorBus.Http;
using JoorBus.Inventory.Listing;
using JoorBus.Messaging;
using JoorBus.Simulators.Joor;
using JoorBus.TestKit;

namespace JoorBus.EndToEnd.Stock;

/// <summary>A brand that uses JoorBus for stock alone: a warehouse that publishes plain JSON, and a JOOR with styles.</summary>
public sealed class StockedBrand : IAsyncDisposable
{
    private readonly Brand _brand;
    private long _sequence;

    private StockedBrand(Brand brand, RunningHost host) => (_brand, Host) = (brand, host);

    public RunningHost Host { get; }

    public JoorSimulator Joor => _brand.Joor;

    public string Broker => _brand.Broker;

    /// <summary>UPCs that JOOR knows, each once.</summary>
    public IReadOnlyList<string> Upcs => [.. Joor.SkusOf(Joor.AccountIds[0]).Select(sku => sku.Upc).OfType<string>().Distinct()];

    /// <summary>Requests that wrote stock.</summary>
    public IReadOnlyList<JoorRequest> StockWrites => [.. Joor.Ledger().Requests.Where(request => request.PathAndQuery.Contains("inventory", StringComparison.Ordinal))];

    public static async Task<StockedBrand> OpenAsync()
    {
        var brand = await Brand.OpenAsync(BusTransport.RabbitMq);
        return new StockedBrand(brand, await brand.StartHostAsync(HostRoles.Inventory | HostRoles.Web));
    }

    /// <summary>The same, with stock on and NJ feeding JOOR's Default.</summary>
    public static async Task<StockedBrand> MappedAsync(params string[] more)
    {
        var brand = await OpenAsync();
        await brand.DoneAsync(["settings", Brand.Connection, "--on", "--map", "NJ=Default", .. more]);
        return brand;
    }

    public Task<RunningHost> StartAnotherHostAsync() => _brand.StartHostAsync(HostRoles.Inventory | HostRoles.Web);

    public Task<Verb> AskAsync(params string[] verb) => Host.AskAsync(["inventory", .. verb]);

    public async Task<Verb> DoneAsync(params string[] verb)
    {
        var done = await AskAsync(verb);
        done.Code.ShouldBe(0, $"{done.Error}{done.Output}");
        return done;
    }

    /// <summary>Publishes as any program may: a body of plain JSON to the exchange.</summary>
    public Task PublishAsync(string exchange, object message) =>
        Bus.PublishAsync(Broker, $"joorbus.inventory.{exchange}", "", JsonSerializer.SerializeToUtf8Bytes(message, JsonSerializerOptions.Web));

    public Task TellAsync(string upc, int available, string warehouse = "NJ") => TellAsync([upc], available, warehouse);

    public Task TellAsync(IEnumerable<string> upcs, int available, string warehouse = "NJ", string? snapshotId = null)
    {
        var sequence = ++_sequence;
        return PublishAsync("inventory-changed", new { snapshotId, levels = upcs.Select(upc => new { warehouse, item = new { upc }, availableToSell = available, sequence }) });
    }

    public int? InJoor(string upc) => Joor.Ledger().Accounts[0].Stock.SingleOrDefault(entry => entry.Upc == upc && entry.Warehouse == "Default")?.Quantity;

    public Task HoldsAsync(string upc, int quantity) => Eventually.ReadsAsync(() => Task.FromResult(InJoor(upc)), held => held == quantity, $"JOOR holds {quantity} of {upc}");

    public async Task<IReadOnlyList<InventoryRow>> ListAsync(params string[] options) =>
        JsonSerializer.Deserialize((await DoneAsync(["list", "--json", "--limit", "1000", .. options])).Output, ApiJson.Default.InventoryPage)!.Rows;

    public ValueTask DisposeAsync() => _brand.DisposeAsync();
}
