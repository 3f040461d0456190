using JoorBus.Inventory.Setting;

namespace JoorBus.Inventory.Tests.Setting;

public sealed class When_settings_of_stock_are_checked
{
    private static readonly InventorySettings Good = new() { Id = Guid.Empty, Connection = "acme", IsOn = true, Warehouses = [new WarehouseMapping("NJ", "Main"), new WarehouseMapping("CA", "Main", 2)] };

    public static TheoryData<string, InventorySettings> Faulty() => new()
    {
        { "maxOverwriteLoss is 1.1; allowed is 0 to 1", Good with { MaxOverwriteLoss = 1.1m } },
        { "safetyStock is -1; allowed is 0 to 1000000", Good with { SafetyStock = -1 } },
        { "maxItemsPerRequest is 0; allowed is 1 to 50000", Good with { MaxItemsPerRequest = 0 } },
        { "maxItemsPerRequest is 50001; allowed is 1 to 50000", Good with { MaxItemsPerRequest = 50_001 } },
        { "creditShare is 0.04; allowed is 0.05 to 1", Good with { CreditShare = 0.04m } },
        { "reconcileEvery is 00:59:59; allowed is 01:00:00 to 30.00:00:00", Good with { ReconcileEvery = TimeSpan.FromSeconds(3599) } },
        { "decPending and subtractsOpenOrders are both on", Good with { DecPending = true, SubtractsOpenOrders = true } },
        { "stock is on and no warehouse is mapped", Good with { Warehouses = [] } },
        { "WMS warehouse 'NJ' is mapped 2 times; map it once", Good with { Warehouses = [new WarehouseMapping("NJ", "Main"), new WarehouseMapping("NJ", "Other")] } },
        { "a mapped warehouse has no name (WMS '', JOOR 'Main')", Good with { Warehouses = [new WarehouseMapping("", "Main")] } },
        { "a warehouse's name begins or ends with a space: 'NJ ', 'Main'", Good with { Warehouses = [new WarehouseMapping("NJ ", "Main")] } },
        { "safetyStock of WMS warehouse 'NJ' is -2; allowed is 0 to 1000000", Good with { Warehouses = [new WarehouseMapping("NJ", "Main", -2)] } },
        { "the template of the size names no field", Good with { Identity = StockIdentity.Style, Templates = new StockTemplates { Size = "M" } } },
        { "timeZone 'Mars/Olympus' is not known", Good with { TimeZone = "Mars/Olympus" } },
        { "quiet hours from 22:00 to 22:00 begin and end at the same time", Good with { QuietHours = [new QuietHours(new TimeOnly(22, 0), new TimeOnly(22, 0))] } },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void Should_say_what_is_wrong(string sentence, InventorySettings settings) => Faults(settings).ShouldHaveSingleItem().ShouldContain(sentence);

    [Fact]
    public void Should_find_nothing_wrong_with_good_ones()
    {
        Faults(Good).ShouldBeEmpty();
        Faults(new InventorySettings { Id = Guid.Empty, Connection = "acme" }).ShouldBeEmpty();
        Faults(Good with { ReconcileEvery = null, QuietHours = [new QuietHours(new TimeOnly(22, 0), new TimeOnly(6, 0))], TimeZone = "America/New_York" }).ShouldBeEmpty();
    }

    [Fact]
    public void Should_want_the_name_for_overwrite_once()
    {
        var overwrite = Good with { Mode = StockMode.Overwrite };
        InventorySettingsRules.Faults(overwrite, Good, "ACME US", null, null).ShouldHaveSingleItem().ShouldContain("give overwriteConfirmation with the connection's name exactly: ACME US");
        InventorySettingsRules.Faults(overwrite, null, "ACME US", "acme us", null).ShouldHaveSingleItem();
        InventorySettingsRules.Faults(overwrite, null, "ACME US", "ACME US", null).ShouldBeEmpty();
        InventorySettingsRules.Faults(overwrite, overwrite, "ACME US", null, null).ShouldBeEmpty();
    }

    [Fact]
    public void Should_list_the_warehouses_that_JOOR_knows()
    {
        InventorySettingsRules.Faults(Good, null, "ACME US", null, ["West", "East"]).ShouldBe(["JOOR knows no warehouse 'Main'; it knows 'East', 'West'"]);
        InventorySettingsRules.Faults(Good, null, "ACME US", null, ["Main"]).ShouldBeEmpty();
    }

    private static IReadOnlyList<string> Faults(InventorySettings settings) => InventorySettingsRules.Faults(settings, null, "ACME US", null, null);
}
