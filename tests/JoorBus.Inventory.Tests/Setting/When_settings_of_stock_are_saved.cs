using System.Text.Json;
using JoorBus.Inventory.Setting;
using JoorBus.Persistence;

namespace JoorBus.Inventory.Tests.Setting;

public sealed class When_settings_of_stock_are_saved
{
    [Fact]
    public async Task Should_be_off_before_and_read_the_same_after()
    {
        await using var host = await StockHost.StartAsync();
        var store = host.Get<InventorySettingsStore>();
        var first = await store.LoadAsync("acme", CancellationToken.None);
        (first.IsOn, first.Version).ShouldBe((false, 0));
        var changed = first with { IsOn = true, ReconcileEvery = null, Mode = StockMode.Overwrite, Warehouses = [new WarehouseMapping("NJ", "Main", 3)], QuietHours = [new QuietHours(new TimeOnly(22, 0), new TimeOnly(6, 30))] };
        (await store.SaveAsync(changed, expectedVersion: 0, CancellationToken.None)).ShouldBeOfType<SettingsOutcome.Saved>().Settings.Version.ShouldBe(1);
        var read = await store.LoadAsync("acme", CancellationToken.None);
        JsonSerializer.Serialize(read).ShouldBe(JsonSerializer.Serialize(changed with { Version = 1 }));
        (await store.AllAsync(CancellationToken.None)).ShouldHaveSingleItem().Connection.ShouldBe("acme");
    }

    [Fact]
    public async Task Should_conflict_with_somebody_who_was_first()
    {
        await using var host = await StockHost.StartAsync();
        var store = host.Get<InventorySettingsStore>();
        var settings = await store.LoadAsync("acme", CancellationToken.None);
        await store.SaveAsync(settings, 0, CancellationToken.None);
        (await store.SaveAsync(settings with { IsOn = true }, 0, CancellationToken.None)).ShouldBeOfType<SettingsOutcome.Conflict>();
        (await store.SaveAsync(settings with { IsOn = true }, 1, CancellationToken.None)).ShouldBeOfType<SettingsOutcome.Saved>();
        (await store.SaveAsync(settings, 1, CancellationToken.None)).ShouldBeOfType<SettingsOutcome.Conflict>();
        (await store.LoadAsync("acme", CancellationToken.None)).IsOn.ShouldBeTrue();
    }

    [Fact]
    public async Task Should_give_defaults_for_what_an_older_document_lacks()
    {
        await using var host = await StockHost.StartAsync();
        var store = host.Get<InventorySettingsStore>();
        await store.SaveAsync(await store.LoadAsync("acme", CancellationToken.None), 0, CancellationToken.None);
        await using (var command = host.Get<Database>().Command("update mt_doc_inventorysettings set data = data - 'SendsFutureStock' - 'ReconcileEvery'"))
            await command.ExecuteNonQueryAsync();
        var read = await store.LoadAsync("acme", CancellationToken.None);
        (read.SendsFutureStock, read.ReconcileEvery).ShouldBe((true, TimeSpan.FromDays(1)));
    }
}
