using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using JoorBus.Simulators.Joor;

namespace JoorBus.Simulators.Tests.Joor.V4;

public sealed class When_products_are_written
{
    [Fact]
    public async Task Should_take_some_and_refuse_others_with_what_was_sent()
    {
        await using var joor = await JoorV4.Start();

        var answer = await joor.Post("/products/bulk_create", new object[]
        {
            new { name = "Cape", external_id = "CAPE", product_identifier = "C-9" },
            new { external_id = "X", season_id = 7 },
            new { name = "Cardigan", external_id = "RMC-1010" },
            new { name = "Priced", price = 1 },
        });

        answer.GetProperty("data").GetArrayLength().ShouldBe(1);
        answer.Data().GetProperty("product_identifier").GetString().ShouldBe("C-9");
        answer.Errors().Select(error => error.Status).ShouldBe(["VALIDATION_ERROR", "DUPLICATED", "VALIDATION_ERROR"]);
        answer.GetProperty("errors")[0].GetProperty("details").ToString().ShouldBe("""{"externalId":"X","seasonId":7}""");
        joor.Account.Styles.Single().ExternalId.ShouldBe("CAPE");
        var request = joor.Simulator.Ledger().Requests[^1];
        (request.ItemsAccepted, request.ItemsRefused, request.Credits).ShouldBe((1, 3, 5));
    }

    [Fact]
    public async Task Should_echo_the_keys_as_sent_when_the_switch_says_so()
    {
        await using var joor = await JoorV4.Start(new() { CamelCaseDetails = false, AllRejectedIs400 = true });

        using var answer = await joor.Send(HttpMethod.Post, "/products/bulk_create?account=2001", new[] { new { external_id = "X" } });

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var error = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors")[0];
        error.GetProperty("details").ToString().ShouldBe("""{"external_id":"X"}""");
    }

    [Fact]
    public async Task Should_get_skus_only_for_the_whole_matrix_of_colours_and_sizes()
    {
        await using var joor = await JoorV4.Start();
        var product = (await joor.Post("/products/bulk_create", new[] { new { name = "Cape", external_id = "CAPE" } })).Data().Id();

        var partial = await joor.Post("/skus/bulk_create", new[] { Sku(product, "R", "S"), Sku(product, "R", "M"), Sku(product, "B", "S") });
        partial.Errors().ShouldAllBe(error => error.Status == "VALIDATION_ERROR" && error.Message.EndsWith("Missing: B/M"));
        var whole = await joor.Post("/skus/bulk_create", new[] { Sku(product, "R", "S"), Sku(product, "R", "M"), Sku(product, "B", "S"), Sku(product, "B", "M") });
        whole.Errors().ShouldBeEmpty();
        var again = await joor.Post("/skus/bulk_create", new[] { Sku(product, "R", "S") });

        again.Errors().Single().Status.ShouldBe("DUPLICATED");
        var skus = await joor.Get($"/skus?product_ids={product}");
        skus.Select(sku => sku.GetProperty("identifiers")[0].GetProperty("value").GetString()).ShouldBe(["upc-R-S", "upc-R-M", "upc-B-S", "upc-B-M"]);
        Convert.FromBase64String(skus[0].Id())[0].ShouldBe((byte)'0');
    }

    [Fact]
    public async Task Should_refuse_skus_without_both_traits_or_without_a_product()
    {
        await using var joor = await JoorV4.Start();
        var product = (await joor.Get("/products?external_ids=WLD-2040")).Single().Id();

        var answer = await joor.Post("/skus/bulk_create", new object[]
        {
            new { product_id = product, trait_values = new[] { new { trait_name = "Color", value = "Red", external_id = "R" } } },
            new { product_id = product, trait_values = new[] { new { trait_name = "Color", value = "Red" }, new { trait_name = "Size", value = "S" } } },
            Sku("1", "R", "S"),
            "text",
        });

        answer.Errors().Select(error => error.Message).ShouldBe(
        [
            "Trait values for both Color and Size are required", "The trait value of Color needs an external_id", "Product id `1` not found", "Each element must be an object",
        ]);
    }

    [Fact]
    public async Task Should_update_skus_by_id_and_by_external_id()
    {
        await using var joor = await JoorV4.Start();
        var sku = (await joor.Get("/skus?page_size=1")).Single().Id();

        await joor.Post("/skus/bulk_update", new[] { new { id = sku, external_id = "E1" } });
        var answer = await joor.Post("/skus/bulk_update_by_external_id", new object[]
        {
            new { external_id = "E1", trait_values = new[] { new { trait_name = "Color", status = "INACTIVE" } } },
            new { external_id = "E2" },
        });

        answer.Data().GetProperty("trait_values")[0].GetProperty("status").GetString().ShouldBe("INACTIVE");
        answer.Errors().ShouldBe([("NOT_FOUND", "Sku external id `E2` not found")]);
        joor.Simulator.SkusOf("2001").Count(item => !item.IsActive).ShouldBe(5);
    }

    [Theory]
    [InlineData(Contracts.Orders.JoorOrderStatus.Approved, false)]
    [InlineData(Contracts.Orders.JoorOrderStatus.Shipped, true)]
    public async Task Should_take_inactive_colours_off_orders_until_they_are_active_again(Contracts.Orders.JoorOrderStatus status, bool stays)
    {
        await using var joor = await JoorV4.Start();
        var id = joor.Orders.AddOrder(joor.Orders.Generate(status));
        var before = joor.Orders.Get(id).Lines;
        var sku = joor.Simulator.SkusOf("2001").Single(sku => sku.Upc == before[0].Upc).Sku;
        Task Set(string value) => joor.Post("/skus/bulk_update", new[] { new { id = sku, trait_values = new[] { new { trait_name = "Color", status = value } } } });

        await Set("INACTIVE");
        joor.Orders.Get(id).Lines.Any(line => line.Upc == before[0].Upc).ShouldBe(stays);
        await Set("ACTIVE");

        joor.Orders.Get(id).Lines.Select(line => (line.LineNumber, line.Upc, line.Quantity)).ShouldBe(before.Select(line => (line.LineNumber, line.Upc, line.Quantity)));
    }

    [Fact]
    public async Task Should_have_one_price_for_each_price_type()
    {
        await using var joor = await JoorV4.Start(new());
        var sku = (await joor.Get("/skus?page_size=1")).Single().Id();
        (await joor.Get("/price_types")).Select(type => type.GetProperty("currency_code").GetString()).ShouldBe(["USD", "EUR", "GBP", "JPY"]);
        var prices = await joor.Get($"/prices?sku_ids={sku}");

        var created = await joor.Post("/prices/bulk_create", new object[] { new { sku_id = sku, price_type_id = "22", wholesale_value = "1.00" }, new { sku_id = sku, price_type_id = "99", wholesale_value = "1.00" } });
        var updated = await joor.Post("/prices/bulk_update", new[] { new { id = prices[1].Id(), wholesale_value = "71.50" } });

        prices.Count.ShouldBe(4);
        created.Errors().Select(error => error.Status).ShouldBe(["DUPLICATED", "NOT_FOUND"]);
        created.GetProperty("errors")[0].GetProperty("details").GetProperty("sku_id").GetString().ShouldBe(sku);
        updated.Data().GetProperty("wholesale_value").GetString().ShouldBe("71.50");
    }

    [Fact]
    public async Task Should_refuse_some_at_random_on_command()
    {
        await using var joor = await JoorV4.Start();
        joor.Simulator.Faults.Add(new() { Kind = JoorFaultKind.PartlyRejected, Matching = "bulk_create" });

        var answer = await joor.Post("/products/bulk_create", Enumerable.Range(0, 40).Select(number => new { name = $"Cape {number}" }));

        answer.GetProperty("data").GetArrayLength().ShouldBeInRange(5, 35);
        answer.Errors().Count.ShouldBe(40 - answer.GetProperty("data").GetArrayLength());
        joor.Account.Styles.Count.ShouldBe(answer.GetProperty("data").GetArrayLength());
    }

    private static object Sku(string product, string color, string size) => new
    {
        product_id = product,
        trait_values = new[] { new { trait_name = "Color", value = $"Color {color}", external_id = color }, new { trait_name = "Size", value = size, external_id = size } },
        identifiers = new[] { new { type = "upc", value = $"upc-{color}-{size}" } },
    };
}
