using System.Globalization;
using System.Net;
using System.Text.Json;
using JoorBus.Simulators.Joor;

namespace JoorBus.Simulators.Tests.Joor.V2;

public sealed class When_stock_is_sent
{
    [Theory]
    [InlineData("""{"inventory_items":[{"warehouse":"Default","inventory_date":"IMMEDIATE","upc":"{upc}","inventory":7}]}""")]
    [InlineData("""{"inventory_items":{"inventory_item":[{"warehouse":"Default","upc":"{upc}","inventory":"7"}]}}""")]
    [InlineData("""[{"inventory_items":{"inventory_item":{"upc":"{upc}","inventory":7.0}}}]""")]
    [InlineData("<inventory_items><inventory_item><upc>{upc}</upc><inventory>7</inventory></inventory_item></inventory_items>")]
    public async Task Should_be_taken_in_every_shape(string body)
    {
        await using var joor = await Joor.Start();
        var sku = joor.Simulator.SkusOf("1001")[3];

        var answer = await joor.Write(HttpMethod.Post, "/bulk-inventory", body.Replace("{upc}", sku.Upc, StringComparison.Ordinal));

        var log = answer.GetProperty("bulk_inventory").GetProperty("inventory_log")[0];
        log.GetProperty("status").GetString().ShouldBe("pass");
        log.GetProperty("sku").GetString().ShouldBe(sku.Upc);
        var stock = joor.Account.Stock.Single();
        (stock.Sku, stock.Warehouse, stock.Date, stock.Quantity).ShouldBe((sku.Sku, "Default", "IMMEDIATE", 7));
    }

    [Theory]
    [InlineData("style_identifier")]
    [InlineData("style_identifer")]
    public async Task Should_find_the_item_by_style_colour_and_size(string identifier)
    {
        await using var joor = await Joor.Start();
        var sku = joor.Simulator.SkusOf("1001")[8];
        var item = $$"""{"style_number":"{{sku.StyleNumber}}","{{identifier}}":"{{sku.StyleIdentifier}}","color_code":"{{sku.ColorCode}}","size":"{{sku.Size}}","inventory":4,"inventory_date":"12-31-2027"}""";

        await joor.Write(HttpMethod.Put, "/bulk-inventory", $$"""{"inventory_items":[{{item}}]}""");

        var stock = joor.Account.Stock.Single();
        (stock.Sku, stock.Date, stock.Quantity).ShouldBe((sku.Sku, "2027-12-31", 4));
    }

    [Fact]
    public async Task Should_fail_for_some_and_pass_for_others_in_the_order_sent()
    {
        await using var joor = await Joor.Start();
        var upc = joor.Simulator.SkusOf("1001")[0].Upc;

        var answer = await joor.Write(HttpMethod.Post, "/bulk-inventory", $$"""
            {"inventory_items":[{"upc":"1","inventory":1},{"upc":"{{upc}}","inventory":2},{"upc":"{{upc}}","inventory":"many"},{"upc":"{{upc}}","inventory":1,"inventory_date":"soon"}]}
            """);

        answer.GetProperty("bulk_inventory").GetProperty("inventory_log").EnumerateArray().Select(entry => entry.GetProperty("status").GetString())
            .ShouldBe(["fail: upc not found", "pass", "fail: inventory must be a whole number from 0", "fail: inventory_date 'soon' is no date"]);
        var request = joor.Simulator.Ledger().Requests.Single();
        (request.ItemsAccepted, request.ItemsRefused, request.Credits).ShouldBe((1, 3, 5));
    }

    [Theory]
    [InlineData(JoorOverwriteScope.Account, "East=5")]
    [InlineData(JoorOverwriteScope.Warehouses, "Default=1,East=5")]
    public async Task Should_replace_what_the_switch_says_when_it_overwrites(JoorOverwriteScope scope, string stock)
    {
        await using var joor = await Start(new() { OverwriteScope = scope });
        var skus = joor.Simulator.SkusOf("2001");
        await Send(joor, "", skus[0], "Default", 1);
        await Send(joor, "", skus[1], "East", 2);

        await Send(joor, "?overwrite=1", skus[2], "East", 5);

        string.Join(',', joor.Account.Stock.Select(entry => $"{entry.Warehouse}={entry.Quantity}").Order()).ShouldBe(stock);
    }

    [Theory]
    [InlineData(JoorUnknownWarehouse.Ignore, "pass")]
    [InlineData(JoorUnknownWarehouse.Fail, "fail: warehouse 'Moon' not found")]
    public async Task Should_do_what_the_switch_says_for_an_unknown_warehouse(JoorUnknownWarehouse unknown, string status)
    {
        await using var joor = await Start(new() { UnknownWarehouse = unknown });

        var answer = await Send(joor, "", joor.Simulator.SkusOf("2001")[0], "Moon", 1);

        answer.GetProperty("bulk_inventory").GetProperty("inventory_log")[0].GetProperty("status").GetString().ShouldBe(status);
        joor.Account.Stock.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_keep_unknown_items_when_told_to()
    {
        await using var joor = await Joor.Start(new() { UnknownSku = JoorUnknownSku.Keep });

        await joor.Write(HttpMethod.Post, "/bulk-inventory", """{"inventory_items":[{"upc":"99","inventory":1}]}""");

        joor.Account.Stock.Single().Sku.ShouldBe("99");
    }

    [Fact]
    public async Task Should_deduct_pending_orders_only_when_asked()
    {
        await using var joor = await Start(new());
        var line = joor.Orders.Get(joor.Orders.AddOrder(joor.Orders.Generate(Contracts.Orders.JoorOrderStatus.Pending))).Lines[0];
        var sku = joor.Simulator.SkusOf("2001").Single(sku => sku.Upc == line.Upc);

        await Send(joor, "?dec_pending=0", sku, "Default", 100);
        joor.Account.Stock.Single().Quantity.ShouldBe(100);
        await Send(joor, "?dec_pending=1", sku, "Default", 100);

        joor.Account.Stock.Single().Quantity.ShouldBe(100 - line.Quantity);
    }

    [Fact]
    public async Task Should_be_taken_for_one_item_by_query()
    {
        await using var joor = await Joor.Start();
        var sku = joor.Simulator.SkusOf("1001")[6];
        var path = $"/style-number/{sku.StyleNumber}/{sku.StyleIdentifier}/inventory/?color_code={sku.ColorCode}&size={sku.Size}&inventory=9";

        var answer = await joor.Write(HttpMethod.Put, path, "");

        answer.GetProperty("inventory").GetProperty("sku_count").GetInt32().ShouldBe(1);
        joor.Account.Stock.Single().ToString().ShouldContain(sku.Sku);
        joor.Account.Stock.Single().Quantity.ShouldBe(9);
    }

    [Fact]
    public async Task Should_clear_the_stock_of_what_is_made_to_order()
    {
        await using var joor = await Start(new());
        var sku = joor.Simulator.SkusOf("2001")[0];
        await Send(joor, "", sku, "East", 3);

        await joor.Write(HttpMethod.Post, "/bulk-inventory", $$"""{"inventory_items":[{"upc":"{{sku.Upc}}","made_to_order":true}]}""");

        joor.Account.Stock.Select(stock => (stock.Warehouse, stock.Quantity, stock.IsMadeToOrder)).ShouldBe([("Default", 0, true)]);
    }

    [Fact]
    public async Task Should_be_made_to_order_in_each_warehouse_that_says_so()
    {
        await using var joor = await Start(new());
        var upc = joor.Simulator.SkusOf("2001")[0].Upc;

        await joor.Write(HttpMethod.Post, "/bulk-inventory", $$"""
            {"inventory_items":[{"upc":"{{upc}}","inventory":3,"inventory_date":"2027-12-31"},{"upc":"{{upc}}","made_to_order":true},{"upc":"{{upc}}","warehouse":"East","made_to_order":true}]}
            """);

        joor.Account.Stock.Select(stock => (stock.Warehouse, stock.Quantity, stock.IsMadeToOrder)).ShouldBe([("Default", 0, true), ("East", 0, true)]);
    }

    [Fact]
    public async Task Should_be_gone_with_its_style()
    {
        await using var joor = await Start(new());
        var sku = joor.Simulator.SkusOf("2001")[0];
        await Send(joor, "", sku, "East", 3);

        await joor.Write(HttpMethod.Delete, $"/style-number/{sku.StyleNumber}/{sku.StyleIdentifier}", "");

        joor.Account.Stock.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_be_what_a_person_typed_until_a_client_writes_again()
    {
        await using var joor = await Start(new());
        var sku = joor.Simulator.SkusOf("2001")[0];
        await Send(joor, "", sku, "East", 3);

        joor.Simulator.ScreensOf("2001").SetStock(sku.Upc!, "East", 8);
        joor.Account.Stock.Single().Quantity.ShouldBe(8);
        await Send(joor, "", sku, "East", 3);

        joor.Account.Stock.Single().Quantity.ShouldBe(3);
    }

    // One by one among all others this would take minutes.
    [Fact]
    public async Task Should_take_a_hundred_thousand_items_at_once()
    {
        await using var joor = await Joor.Start(new() { UnknownSku = JoorUnknownSku.Keep });
        var items = string.Join(',', Enumerable.Range(0, 100_000).Select(number => $$"""{"upc":"{{number}}","inventory":{{number}},"made_to_order":{{(number % 2 == 0 ? "true" : "false")}}}"""));

        var answer = await joor.Write(HttpMethod.Post, "/bulk-inventory?dec_pending=1", $$"""{"inventory_items":[{{items}}]}""");

        answer.GetProperty("bulk_inventory").GetProperty("sku_count").GetInt32().ShouldBe(100_000);
        joor.Account.Stock.Count(stock => stock.IsMadeToOrder).ShouldBe(50_000);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("<inventory_items>")]
    public async Task Should_refuse_a_body_without_items(string body)
    {
        await using var joor = await Joor.Start();

        var answer = await joor.Write(HttpMethod.Post, "/bulk-inventory", body, HttpStatusCode.BadRequest);

        answer.GetProperty("response").GetProperty("code").GetInt32().ShouldBe(1);
    }

    private static async Task<Joor> Start(JoorSimulatorOptions options)
    {
        var joor = await Joor.Start(options with { Accounts = [Brands.Linen] });
        joor.Authorization = Joor.OAuth2(Brands.Token);
        return joor;
    }

    private static Task<JsonElement> Send(Joor joor, string query, JoorSkuEntry sku, string warehouse, int quantity) =>
        joor.Write(HttpMethod.Post, $"/bulk-inventory{query}", string.Create(CultureInfo.InvariantCulture, $$"""{"inventory_items":[{"warehouse":"{{warehouse}}","upc":"{{sku.Upc}}","inventory":{{quantity}}}]}"""));
}
