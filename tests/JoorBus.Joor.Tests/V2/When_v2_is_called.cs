using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace JoorBus.Joor.Tests;

/// <summary>Verb, address and body of every endpoint, in both formats.</summary>
public sealed partial class When_v2_is_called
{
    private const string StyleJson =
        """{"style_name":"Tee <new>","style_number":"T-1","style_identifier":"T1","style_description":"Soft","made_to_order":true,"division":"Women","division_code":"WMN","fabrication":"Jersey","fabrication_code":"J","silhouette":"Loose","silhouette_code":"L","style_country_origin":"PT","measurements":"70 cm","minimum":6,"delivery_overwrite":3,"prices":[{"price_label":"US Dollar","price_currency":"USD","price_currency_retail":"USD","price_wholesale":25.5,"price_retail":60}],"colors":[{"color_name":"Red","color_code":"042"},{"color_name":"Blue","color_code":"043"}],"sizes":[{"size_name":"M","size_code":"03"}],"upcs":[{"upc":"0123","color_code":"042","size_name":"M"}],"deliveries":[{"delivery_name":"Fall","delivery_code":"F1","style_display_order":4,"season_name":"Fall 26","season_year":2026,"season_code":"F26","date_delivery_start":"2026-08-01","date_delivery_end":"2026-09-01","public":true,"color_exclusions":[{"color_name":"Blue","color_code":"043"}]}],"categories":[{"category_id":"5","category_name":"Tops"}],"materials":[{"material_name":"Cotton"}],"style_tags":[{"style_tag_code":"W","style_tag_group":"Fit","style_tag_name":"Size run","style_tag_value":"Wide"}]}""";

    private const string CustomerJson =
        """{"customer_code":"C-9","customer_name":"Shop","customer_alias":"The Shop","customer_email":"a@b.example","customer_contact_name":"Ann","customer_contact_email":"c@b.example","customer_buyer_name":"Bo","company_number_name":"WOMEN","company_number_code":"WMN","customer_group_name":"Specialty","customer_group_code":"SPC","sales_rep_code":"SR","warehouses":[{"warehouse_name":"Default","warehouse_code":"DEF"}],"billing":{"billing_addresses":[{"billing_code":"B1","billing_name":"Shop","billing_address_1":"1 Way","billing_city":"Oslo","billing_postal_code":"0150","billing_country":"NO"}]},"shipping":{"shipping_addresses":[{"shipping_code":"S1","shipping_address_1":"2 Way"}]},"price_types":[{"price_type_label":"US Dollar","price_type_currency_code":"USD","price_type_retail_currency_code":"USD"}]}""";

    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly (string Line, string? Json, Func<JoorV2, Task> Call)[] Calls =
    [
        ("POST /v2/bulk-inventory?overwrite=0&dec_pending=1",
            """{"inventory_items":[{"warehouse":"Default","inventory":5,"upc":"0123"},{"warehouse":"East & West","inventory_date":"2026-03-31","style_number":"T-1","style_identifier":"T1","style_id":12,"color_code":"042","style_color_id":9,"size":"M","size_code":"03","inventory":7,"made_to_order":false}]}""",
            v2 => v2.Inventory.SetAsync([Samples.Stock("0123", 5), Samples.FullStock], new JoorStockOptions { DecPending = true }, default)),
        ("POST /v2/bulk-inventory?overwrite=1&dec_pending=0",
            """{"inventory_items":[{"inventory_date":"IMMEDIATE","style_identifer":"T1","color_code":"1","size":"M","inventory":0}]}""",
            v2 => v2.Inventory.SetAsync(
                [new JoorStock { StyleIdentifier = "T1", ColorCode = "1", Size = "M", Quantity = 0 }],
                new JoorStockOptions { Overwrite = true, SaysImmediate = true, SpellsIdentifer = true }, default)),
        ("PUT /v2/style-number/T-1/T1/inventory/?color_code=042&size=M&inventory=7&inventory_date=2026-03-31&warehouse=East%20%26%20West&dec_pending=0", null,
            v2 => v2.Inventory.SetOneAsync(Samples.FullStock, new JoorStockOptions(), default)),
        ("PUT /v2/style-number/T-1/T1/inventory/?upc=0123&inventory=7&warehouse=Default&dec_pending=0", null,
            v2 => v2.Inventory.SetOneAsync(Samples.Stock("0123", 7) with { StyleNumber = "T-1", StyleIdentifier = "T1" }, new JoorStockOptions(), default)),
        ("GET /v2/style?count=50&date_start=2026-03-01T12%3A00%3A00.000000Z&date_end=2026-03-01T13%3A00%3A00.000000Z", null,
            v2 => v2.Styles.ReadPageAsync(new JoorStyleQuery { ModifiedFrom = Noon, ModifiedUntil = Noon.AddHours(1) }, default)),
        ("GET /v2/style?count=10&start_from=20&date_created_start=2026-03-01T12%3A00%3A00.000000Z&date_created_end=2026-03-01T13%3A00%3A00.000000Z", null,
            v2 => v2.Styles.ReadPageAsync(new JoorStyleQuery { StartFrom = 20, Count = 10, CreatedFrom = Noon, CreatedUntil = Noon.AddHours(1) }, default)),
        ("GET /v2/style/12", null, v2 => v2.Styles.GetAsync(JoorStyleKey.ById("12"), default)),
        ("GET /v2/style-number/T%201/T%2F1", null, v2 => v2.Styles.GetAsync(JoorStyleKey.ByNumber("T 1", "T/1"), default)),
        ("POST /v2/style-number", $$$"""{"styles":{"style":[{{{StyleJson}}}]}}""", v2 => v2.Styles.CreateAsync(Samples.Style, default)),
        ("PUT /v2/style/12", """{"styles":{"style":[{"style_name":"New"}]}}""", v2 => v2.Styles.UpdateAsync(JoorStyleKey.ById("12"), new JoorStyle { Name = "New" }, default)),
        ("PUT /v2/style/12", """{"styles":{"style":[{"style_description":"","categories":[],"materials":[],"style_tags":[]}]}}""",
            v2 => v2.Styles.UpdateAsync(
                JoorStyleKey.ById("12"),
                new JoorStyle { Description = "", Clears = JoorStyleLists.Categories | JoorStyleLists.Materials | JoorStyleLists.Tags }, default)),
        ("PUT /v2/style-number/T-1/T1", $$$"""{"styles":{"style":[{{{StyleJson}}}]}}""", v2 => v2.Styles.UpdateAsync(JoorStyleKey.ByNumber("T-1", "T1"), Samples.Style, default)),
        ("DELETE /v2/style/12", null, v2 => v2.Styles.DeleteAsync(JoorStyleKey.ById("12"), default)),
        ("DELETE /v2/style-number/T-1/T1?color_code=042", null, v2 => v2.Styles.DeleteColorAsync(JoorStyleKey.ByNumber("T-1", "T1"), "042", default)),
        ("DELETE /v2/style/12?size=34", null, v2 => v2.Styles.DeleteSizeAsync(JoorStyleKey.ById("12"), "34", default)),
        ("POST /v2/bulk-style", $$$"""{"bulk_styles":{"style":[{{{StyleJson}}},{{{StyleJson}}}]}}""", v2 => v2.BulkStyles.StartCreateAsync([Samples.Style, Samples.Style], default)),
        ("PUT /v2/bulk-style", $$$"""{"bulk_styles":{"style":[{{{StyleJson}}}]}}""", v2 => v2.BulkStyles.StartUpdateAsync([Samples.Style], default)),
        ("GET /v2/bulk-style/4", null, v2 => v2.BulkStyles.ReadJobAsync("4", default)),
        ("DELETE /v2/style-number/T-1/T1/image/?filename=a_x9.jpg", null, v2 => v2.Images.DeleteAsync("T-1", "T1", "a_x9.jpg", default)),
        ("GET /v2/categories", null, v2 => v2.Categories.ReadAsync(default)),
        ("GET /v2/connection/?count=50", null, v2 => v2.Customers.ReadPageAsync(0, 50, default)),
        ("GET /v2/connection/customer_code/C%2F9/", null, v2 => v2.Customers.GetAsync(JoorCustomerKey.ByCode("C/9"), default)),
        ("GET /v2/connection/77/", null, v2 => v2.Customers.GetAsync(JoorCustomerKey.ById("77"), default)),
        ("PUT /v2/connection/customer_code/C-9/", $$$"""{"connections":{"connection":[{{{CustomerJson}}}]}}""",
            v2 => v2.Customers.UpdateAsync(JoorCustomerKey.ByCode("C-9"), Samples.Customer, default)),
        ("DELETE /v2/connection/77/", null, v2 => v2.Customers.DeleteAsync(JoorCustomerKey.ById("77"), default)),
        ("POST /v2/bulk-connection", $$$"""{"bulk_connections":{"connection":[{{{CustomerJson}}}]}}""", v2 => v2.Customers.StartCreateAsync([Samples.Customer], default)),
        ("PUT /v2/bulk-connection", $$$"""{"bulk_connections":{"connection":[{{{CustomerJson}}}]}}""", v2 => v2.Customers.StartUpdateAsync([Samples.Customer], default)),
        ("GET /v2/bulk-connection/5", null, v2 => v2.Customers.ReadJobAsync("5", default)),
    ];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Calls.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Should_send_the_documented_request_as_JSON(int call)
    {
        await using var joor = await AnsweringServer.StartAsync();
        await using var gateway = joor.Gateway();

        await Calls[call].Call(gateway.Client.V2);

        joor.Only.Line.ShouldBe(Calls[call].Line);
        joor.Only.Body.ShouldBe(Calls[call].Json ?? "");
        (joor.Only.ContentType, joor.Only.Accept).ShouldBe(("application/json", "application/json"));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Should_send_the_same_as_XML(int call)
    {
        await using var joor = await AnsweringServer.StartAsync();
        await using var gateway = joor.Gateway(JoorFormat.Xml, JoorFormat.Json);

        await Calls[call].Call(gateway.Client.V2);

        joor.Only.Line.ShouldBe(Calls[call].Line);
        joor.Only.Body.ShouldBe(Calls[call].Json is { } json ? Twin(json) : "");
        (joor.Only.ContentType, joor.Only.Accept).ShouldBe(("application/xml", "application/json"));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 1 }, "image/jpeg")]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1 }, "image/png")]
    public async Task Should_send_an_image_as_it_is(byte[] image, string contentType)
    {
        await using var joor = await AnsweringServer.StartAsync("""{"style_image_created":{"response":{"code":0},"image":{"upload_id":7,"filename":"a_x9.jpg"}}}""");
        await using var gateway = joor.Gateway(JoorFormat.Xml, JoorFormat.Xml);

        var stored = (await gateway.Client.V2.Images.AddAsync(Samples.Image, image, default)).ShouldBeOfType<JoorAnswer<JoorStyleImage>.Accepted>().Value;

        joor.Only.Line.ShouldBe("POST /v2/style-number/T%201/T%2F1/image/?filename=a%20b.jpg&display_order=1&replace_existing=1&color_code=042&swatch=1");
        (joor.Only.ContentType, joor.Only.Accept).ShouldBe((contentType, "application/xml"));
        (stored.UploadId, stored.FileName).ShouldBe(("7", "a_x9.jpg"));
    }

    [Fact]
    public async Task Should_let_JOOR_fetch_an_image()
    {
        await using var joor = await AnsweringServer.StartAsync();
        await using var gateway = joor.Gateway();

        await gateway.Client.V2.Images.AddAsync(Samples.Image with { ColorCode = null, IsSwatch = null }, new Uri("https://cdn.example/a.jpg?x=1&y=2"), default);

        joor.Only.Line.ShouldBe("POST /v2/style-number/T%201/T%2F1/image/?filename=a%20b.jpg&display_order=1&replace_existing=1&url=https%3A%2F%2Fcdn.example%2Fa.jpg%3Fx%3D1%26y%3D2");
        (joor.Only.ContentType, joor.Only.Body).ShouldBe(("image/jpeg", ""));
    }

    private static string Twin(string json) => Empty().Replace(XmlTwin.Of(json).Replace("\"UTF-8\"", "\"utf-8\"", StringComparison.Ordinal), "<$1 />");

    [GeneratedRegex("<([a-z_]+)></\\1>")]
    private static partial Regex Empty();
}
