namespace JoorBus.Simulators.Tests.Joor.V4;

public sealed class When_collections_are_written
{
    private static readonly string[] Knitwear = ["2101"];

    [Fact]
    public async Task Should_take_those_whose_season_items_and_dates_fit()
    {
        await using var joor = await JoorV4.Start();
        var season = (await joor.Post("/seasons/bulk_create", new[] { new { name = "FALL 2027", year = 2027, external_id = "F27" } })).Data().Id();
        var product = (await joor.Get("/products?page_size=1")).Single().Id();

        var answer = await joor.Post("/collections/bulk_create", new object[]
        {
            new { name = "Fall 1", external_id = "F1", season_id = season, delivery = new { start_ship_date = "2027-08-01", complete_ship_date = "2027-09-01" }, items = new[] { new { product_id = product, order_number = 1 } } },
            new { name = "Fall 2", external_id = "F2", season_id = "9" },
            new { name = "Fall 3", external_id = "F3", delivery = new { start_ship_date = "2027-09-02", complete_ship_date = "2027-09-01" } },
            new { name = "Spring 1", external_id = "D1" },
        });

        answer.Data().GetProperty("season").GetProperty("external_id").GetString().ShouldBe("F27");
        answer.Data().GetProperty("items")[0].GetProperty("product_id").GetString().ShouldBe(product);
        answer.Errors().ShouldBe(
        [
            ("NOT_FOUND", "Season id `9` not found"), ("VALIDATION_ERROR", "Shipping date must be before completed date"), ("DUPLICATED", "Collection `D1` already exists"),
        ]);
        (await joor.Get("/collections")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Should_be_linesheets_of_their_styles_in_the_ledger()
    {
        await using var joor = await JoorV4.Start();
        var product = (await joor.Get("/products?external_ids=RMC-1010")).Single().Id();
        var ivory = joor.Simulator.SkusOf("2001").Where(sku => sku is { StyleNumber: "RMC-1010", ColorCode: "IVO" }).Select(sku => sku.Sku);
        await joor.Post("/products/bulk_update", new[] { new { id = product, description = "Soft", product_trait_values = new[] { new { trait_name = "Division", value = "Women" } }, category_ids = Knitwear } });

        await joor.Post("/collections/bulk_create", new[]
        {
            new { name = "Fall 1", external_id = "F1", delivery = new { start_ship_date = "2027-08-01", complete_ship_date = "2027-09-01" }, items = new[] { new { product_id = product, order_number = 2, sku_ids = ivory } } },
        });

        var style = joor.Account.Styles.Single();
        (style.Description, style.Fields["Division"], style.Categories.Single()).ShouldBe(("Soft", "Women", "2101"));
        var delivery = style.Deliveries.Single();
        (delivery.Code, delivery.Name, delivery.DisplayOrder, delivery.ShipStart).ShouldBe(("F1", "Fall 1", 2, new DateOnly(2027, 8, 1)));
        delivery.HiddenColors.ShouldBe(["BLK", "IND", "OLV", "RST"]);
    }

    [Fact]
    public async Task Should_refuse_pictures_above_ten_megabytes()
    {
        await using var joor = await JoorV4.Start(new() { Pictures = new Dictionary<string, long> { ["https://pictures.example/large"] = 10_485_761 } });
        var product = (await joor.Get("/products?external_ids=RMC-1010")).Single().Id();

        var answer = await joor.Post("/assets/products", new[] { new { product = new { id = product }, asset = new { type = "image", filename = "a.jpg", source_url = "https://pictures.example/large" } } });

        answer.Errors().ShouldBe([("VALIDATION_ERROR", "The image has more than 10 MB")]);
    }

    [Fact]
    public async Task Should_update_what_is_there()
    {
        await using var joor = await JoorV4.Start();
        var (collection, season) = ((await joor.Get("/collections")).Single().Id(), (await joor.Get("/seasons")).Single().Id());

        (await joor.Post("/collections/bulk_update", new[] { new { id = collection, name = "Renamed" } })).Data().GetProperty("name").GetString().ShouldBe("Renamed");
        (await joor.Post("/collections/bulk_update", new[] { new { id = "31" } })).Errors().Single().Message.ShouldBe("Collection id `31` not found");
        (await joor.Post("/seasons/bulk_update", new[] { new { id = season, year = 12 } })).Errors().Single().Message.ShouldBe("Invalid Year");
        (await joor.Get("/categories?page_size=2")).Count.ShouldBe(2);
        (await joor.Get("/traits")).Select(trait => trait.GetProperty("name").GetString()).ShouldContain("Size");
    }

    [Fact]
    public async Task Should_take_pictures_of_products_and_of_colours()
    {
        await using var joor = await JoorV4.Start();
        var product = (await joor.Get("/products?external_ids=RMC-1010")).Single().Id();
        object Asset(string type, string name, string id) => new { product = new { id = product }, asset = new { type, filename = name, source_url = "https://pictures.example/1", external_id = id }, display_order = 1 };

        var answer = await joor.Post("/assets/products", new[] { Asset("image", "a.jpg", "1"), Asset("image", "b.exe", "2"), Asset("image", "c.jpg", "1"), Asset("video", "d.mp4", "4") });
        await joor.Post("/assets/products?replace_all=true", new[] { Asset("image", "e.jpg", "5") });
        var swatch = await joor.Post("/assets/sku_trait_values/", new[] { Swatch(product, "IVO"), Swatch(product, "NONE") });

        answer.Errors().Select(error => error.Status).ShouldBe(["VALIDATION_ERROR", "DUPLICATED"]);
        swatch.Errors().ShouldBe([("NOT_FOUND", "Value not found")]);
        joor.Account.Styles.Single().Images.Select(image => (image.FileName, image.ColorCode)).ShouldBe([("e.jpg", null), ("s.png", "IVO")]);
    }

    private static object Swatch(string product, string color) => new
    {
        product = new { id = product },
        sku_trait_value = new { trait = new { name = "color" }, value = new { external_id = color } },
        asset = new { type = "swatch", filename = "s.png", source_url = "https://pictures.example/s" },
    };
}
