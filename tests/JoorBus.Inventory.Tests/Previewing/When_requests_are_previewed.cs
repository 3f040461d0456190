using JoorBus.Inventory.Planning;
using JoorBus.Inventory.Pushing;
using JoorBus.Inventory.Setting;
using JoorBus.Inventory.Tests.Pushing;

namespace JoorBus.Inventory.Tests.Previewing;

public sealed class When_requests_are_previewed
{
    [Fact]
    public async Task Should_show_the_body_and_send_nothing()
    {
        await using var stock = await SteppedStock.StartAsync(settings => settings with { MaxItemsPerRequest = 2, SafetyStock = 1 });
        foreach (var (at, item) in "abc".Select(letter => $"{letter}").Index())
        {
            await stock.LevelAsync(item, (at + 1) * 10, version: at + 1);
            stock.Lane.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await stock.PlanAsync();
        var requests = await stock.Lane.Get<StockPreviewing>().RequestsAsync(stock.Settings, 10, stock.Now, CancellationToken.None);
        requests.Select(request => request.Entries.Count).ShouldBe([2, 1]);
        requests[1].Body.ReplaceLineEndings("\n").ShouldBe(
            """
            {
              "inventory_items": [
                {
                  "warehouse": "Default",
                  "inventory": 29,
                  "upc": "c"
                }
              ]
            }
            """.ReplaceLineEndings("\n"));
        stock.Joor.Requests.ShouldBeEmpty();

        await stock.RestAsync();
        stock.Joor.Requests.ShouldBe(requests.Select(request => request.Entries), "what was shown is what is sent");
    }

    [Fact]
    public void Should_write_days_styles_and_what_is_made_to_order_as_the_settings_say()
    {
        var names = new SlotNames("style:1|1|002|M") { StyleNumber = "1", StyleIdentifier = "1-FW", ColorCode = "002", Size = "Größe \"M\"" };
        var slots = new[]
        {
            new Slot { Key = new SlotKey("x", "Default", SlotKey.Immediate), Names = names, Wanted = new WantedStock(0, true), IsPlanned = true },
            new Slot { Key = new SlotKey("x", "Outlet", new DateOnly(2026, 12, 1)), Names = names, Wanted = new WantedStock(4, false), IsPlanned = true },
            new Slot { Key = new SlotKey("x", "Outlet", SlotKey.Immediate), Names = names, Wanted = new WantedStock(3, false), IsPlanned = true },
        };
        var settings = new InventorySettings { Id = default, Connection = "brand", SaysImmediate = true, SpellsIdentifer = true, DecPending = true };
        var preview = PreviewMaking.Request(settings, [.. slots.Select(slot => new ClaimedEntry(slot, 0))], isOverwrite: true);
        (preview.Options.Overwrite, preview.Options.DecPending).ShouldBe((true, true));
        System.Text.Json.Nodes.JsonNode.Parse(preview.Body)!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).ShouldBe(
            """{"inventory_items":[{"warehouse":"Outlet","inventory_date":"2026-12-01","style_number":"1","style_identifer":"1-FW","color_code":"002","size":"Größe \"M\"","inventory":4},"""
            + """{"warehouse":"Outlet","inventory_date":"IMMEDIATE","style_number":"1","style_identifer":"1-FW","color_code":"002","size":"Größe \"M\"","inventory":3},"""
            + """{"warehouse":"Default","inventory_date":"IMMEDIATE","style_number":"1","style_identifer":"1-FW","color_code":"002","size":"Größe \"M\"","inventory":0,"made_to_order":true}]}""");
    }
}
