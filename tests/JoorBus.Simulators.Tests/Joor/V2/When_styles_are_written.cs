using System.Net;
using System.Text.Json;

namespace JoorBus.Simulators.Tests.Joor.V2;

public sealed class When_styles_are_written
{
    private const string Coat = """
        {"styles":{"style":[{"style_name":"Coat","style_number":"C-1","style_identifier":"C-1-W","silhouette":"A",
        "colors":[{"color_name":"Red","color_code":"R"}],"sizes":[{"size_name":"34"},{"size_name":"36"}],
        "upcs":[{"upc":"4006381333931","color_code":"R","size_name":"36"}],
        "prices":[{"price_label":"USD wholesale","price_currency":"USD","price_wholesale":"10.50","price_retail":25}]}]}}
        """;

    [Fact]
    public async Task Should_be_read_back_and_be_products_of_v4_too()
    {
        await using var joor = await Joor.Start();

        var created = await joor.Write(HttpMethod.Post, "/style-number", Coat);
        var id = created.GetProperty("styles_created").GetProperty("style")[0].GetProperty("style_id").GetInt32();

        var style = (await joor.Read($"/style/{id}")).GetProperty("styles").GetProperty("style")[0];
        style.GetProperty("silhouette").GetString().ShouldBe("A");
        style.GetProperty("upcs")[0].GetProperty("upc").GetString().ShouldBe("4006381333931");
        style.GetProperty("prices")[0].GetProperty("price_wholesale").GetDecimal().ShouldBe(10.5m);
        joor.Account.Styles.Single().Skus.Select(sku => (sku.Size, sku.Upc, sku.Prices.Single().Wholesale)).ShouldBe([("34", null, 10.5m), ("36", "4006381333931", 10.5m)]);
    }

    [Fact]
    public async Task Should_be_taken_as_XML_too()
    {
        await using var joor = await Joor.Start();

        await joor.Write(HttpMethod.Post, "/style-number", """
            <?xml version="1.0" encoding="UTF-8"?>
            <styles><style><style_name>Coat</style_name><style_number>C-1</style_number><style_identifier>C-1-W</style_identifier>
            <colors><color><color_name>Red</color_name><color_code>R</color_code></color></colors>
            <sizes><size><size_name>34</size_name></size><size><size_name>36</size_name></size></sizes></style></styles>
            """);

        joor.Account.Styles.Single().Skus.Select(sku => $"{sku.ColorCode} {sku.Size}").ShouldBe(["R 34", "R 36"]);
    }

    [Fact]
    public async Task Should_be_refused_when_they_are_there_or_not_whole()
    {
        await using var joor = await Joor.Start();
        await joor.Write(HttpMethod.Post, "/style-number", Coat);

        Comment(await joor.Write(HttpMethod.Post, "/style-number", Coat, HttpStatusCode.BadRequest)).ShouldBe("Style already exists");
        Comment(await joor.Write(HttpMethod.Post, "/style-number", """{"styles":{"style":[{"style_name":"Coat"}]}}""", HttpStatusCode.BadRequest)).ShouldBe("style_number is required");
        Comment(await joor.Write(HttpMethod.Put, "/style-number/C-1/C-1-W", """{"styles":{"style":[{"prices":[{"price_label":"Moon","price_currency":"EUR","price_wholesale":1}]}]}}""", HttpStatusCode.BadRequest))
            .ShouldBe("No price type Moon in EUR");
        Comment(await joor.Write(HttpMethod.Put, "/style/1", Coat, HttpStatusCode.NotFound)).ShouldBe("Style not found");
    }

    [Fact]
    public async Task Should_be_refused_with_200_when_the_switch_says_so()
    {
        await using var joor = await Joor.Start(new() { RefusalStatus = 200 });

        Comment(await joor.Write(HttpMethod.Post, "/style-number", "{}")).ShouldBe("styles with one style is required");
    }

    [Fact]
    public async Task Should_lose_a_colour_a_size_and_themselves()
    {
        await using var joor = await Joor.Start();
        await joor.Write(HttpMethod.Post, "/style-number", Coat);

        var size = (await joor.Write(HttpMethod.Delete, "/style-number/C-1/C-1-W?size=34", "")).GetProperty("styles_deleted");
        size.GetProperty("response").GetProperty("code").GetString().ShouldBe("0");
        size.GetProperty("size_deleted").GetProperty("size_name").GetString().ShouldBe("34");
        (await joor.Read("/style-number/C-1/C-1-W")).GetProperty("styles").GetProperty("style")[0].GetProperty("sizes").GetArrayLength().ShouldBe(1);
        await joor.Write(HttpMethod.Delete, "/style-number/C-1/C-1-W?color_code=R", "");
        await joor.Write(HttpMethod.Delete, "/style-number/C-1/C-1-W", "");

        joor.Account.Styles.Single().IsDeleted.ShouldBeTrue();
        await joor.Write(HttpMethod.Delete, "/style-number/C-1/C-1-W", "", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Should_name_what_was_deleted_in_XML_as_JOORs_sample_does()
    {
        await using var joor = await Joor.Start();
        await joor.Write(HttpMethod.Post, "/style-number", Coat);
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"{joor.Simulator.BaseUrl}/style-number/C-1/C-1-W?size=34&return_format=xml");
        request.Headers.TryAddWithoutValidation("Authorization", joor.Authorization);

        using var answer = await client.SendAsync(request);

        (await answer.Content.ReadAsStringAsync()).ShouldContain("<size_deleted>34</size_deleted></styles_deleted>");
    }

    [Theory]
    [InlineData(1, "B")]
    [InlineData(2, "Hand,B")]
    [InlineData(3, "A,Hand,B")]
    [InlineData(4, "A,Hand")]
    public async Task Should_join_linesheets_as_delivery_overwrite_says(int overwrite, string deliveries)
    {
        await using var joor = await Joor.Start();
        await joor.Write(HttpMethod.Post, "/style-number", Coat.Replace("\"silhouette\":\"A\"", """ "deliveries":[{"delivery_code":"A"}] """, StringComparison.Ordinal));

        joor.Simulator.ScreensOf("1001").AddLinesheet("C-1-W", "Made by hand", "Hand");

        await joor.Write(HttpMethod.Put, "/style-number/C-1/C-1-W", """{"styles":{"style":[{"delivery_overwrite":#,"deliveries":[{"delivery_code":"B"}]}]}}""".Replace("#", $"{overwrite}", StringComparison.Ordinal));

        var style = (await joor.Read("/style-number/C-1/C-1-W")).GetProperty("styles").GetProperty("style")[0];
        string.Join(',', style.GetProperty("deliveries").EnumerateArray().Select(delivery => delivery.GetProperty("delivery_code").GetString())).ShouldBe(deliveries);
    }

    [Fact]
    public async Task Should_show_all_that_was_sent_in_the_ledger()
    {
        await using var joor = await Joor.Start();

        await joor.Write(HttpMethod.Post, "/style-number", Coat.Replace(
            "\"silhouette\":\"A\"",
            """
            "silhouette":"A","division":"Women","division_code":"W","fabrication":"Wool","style_country_origin":"Italy","measurements":"34 in","made_to_order":true,"minimum":6,
            "categories":[{"category_id":"2104"}],"materials":[{"material_name":"Wool"},"Silk"],"style_tags":[{"style_tag_group":"Care","style_tag_name":"Wash","style_tag_value":"Cold","style_tag_code":"C"}],
            "deliveries":[{"delivery_name":"Fall 1","delivery_code":"F1","season_name":"Fall","season_year":2027,"season_code":"F27","date_delivery_start":"2027-08-01","date_delivery_end":"2027-09-15",
            "style_display_order":3,"public":true,"color_exclusions":[{"color_code":"R"}]}]
            """,
            StringComparison.Ordinal));

        var style = joor.Account.Styles.Single();
        (style.Fields["division"], style.Fields["style_country_origin"], style.Fields["made_to_order"], style.Fields["minimum"]).ShouldBe(("Women", "Italy", "true", "6"));
        (style.Categories.Single(), string.Join(' ', style.Materials), style.Tags.Single().Value).ShouldBe(("2104", "Wool Silk", "Cold"));
        (style.Colors.Single().Code, style.Sizes.Count, style.Prices.Single().Wholesale).ShouldBe(("R", 2, 10.5m));
        var delivery = style.Deliveries.Single();
        (delivery.Code, delivery.SeasonCode, delivery.SeasonYear, delivery.DisplayOrder, delivery.HiddenColors.Single()).ShouldBe(("F1", "F27", 2027, 3, "R"));
        (delivery.ShipStart, delivery.ShipEnd, delivery.IsManual).ShouldBe((new DateOnly(2027, 8, 1), new DateOnly(2027, 9, 15), false));
    }

    [Theory]
    [InlineData("\"delivery_overwrite\":5", "delivery_overwrite must be 1, 2, 3 or 4")]
    [InlineData("\"deliveries\":[{\"season_code\":\"F27\"}]", "delivery_name is required")]
    [InlineData("\"deliveries\":[{\"delivery_name\":\"F\",\"date_delivery_start\":\"soon\"}]", "date_delivery_start is no date")]
    [InlineData("\"deliveries\":[{\"delivery_name\":\"F\",\"date_delivery_start\":\"2027-09-02\",\"date_delivery_end\":\"2027-09-01\"}]", "date_delivery_end is before date_delivery_start")]
    [InlineData("\"minimum\":0", "minimum must be a whole number from 1")]
    [InlineData("\"made_to_order\":\"maybe\"", "made_to_order must be true or false")]
    public async Task Should_be_refused_with_what_is_wrong(string field, string reason)
    {
        await using var joor = await Joor.Start();

        Comment(await joor.Write(HttpMethod.Post, "/style-number", Coat.Replace("\"silhouette\":\"A\"", field, StringComparison.Ordinal), HttpStatusCode.BadRequest)).ShouldBe(reason);
    }

    [Fact]
    public async Task Should_price_a_size_that_came_later_as_the_style()
    {
        await using var joor = await Joor.Start();
        await joor.Write(HttpMethod.Post, "/style-number", Coat);

        await joor.Write(HttpMethod.Put, "/style-number/C-1/C-1-W", """{"styles":{"style":[{"sizes":[{"size_name":"38"}]}]}}""");

        joor.Account.Styles.Single().Skus.Select(sku => (sku.Size, sku.Prices.Single().Wholesale)).ShouldBe([("34", 10.5m), ("36", 10.5m), ("38", 10.5m)]);
    }

    [Fact]
    public async Task Should_be_listed_by_pages_and_by_date()
    {
        var clock = new StandStillClock();
        await using var joor = await Joor.Start(time: clock);
        clock.Advance(TimeSpan.FromMinutes(5));
        await joor.Write(HttpMethod.Post, "/style-number", Coat);

        var response = (await joor.Read("/style?count=4&start_from=8")).GetProperty("styles");
        response.GetProperty("style").GetArrayLength().ShouldBe(3);
        response.GetProperty("response").GetProperty("next_start").ToString().ShouldBe("");
        (await joor.Read("/style?date_start=2027-03-01T09:01:00Z&date_end=2028-01-01")).GetProperty("styles").GetProperty("style").GetArrayLength().ShouldBe(1);
        using var half = await joor.Send("/style?date_start=2027-03-01");
        half.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static string? Comment(JsonElement answer) => answer.GetProperty("response").GetProperty("comment").GetString();
}
