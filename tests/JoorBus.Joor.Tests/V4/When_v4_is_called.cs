using Shouldly;
using Xunit;

namespace JoorBus.Joor.Tests;

/// <summary>Verb, address and body of every endpoint; only what is set is sent.</summary>
public sealed class When_v4_is_called
{
    private const string Account = "account=1001";

    private static readonly JoorPaging Second = new() { Page = 2, Size = 200 };

    private static readonly JoorSku Sku = new()
    {
        ProductId = "33", ExternalId = "S-1", SkuIdentifier = "T-1-RED-M", Identifiers = [JoorIdentifier.Upc("0123")],
        TraitValues =
        [
            new() { TraitId = JoorTrait.ColorId, Value = "Red", ExternalId = "042", OrderMinimum = 2, OrderNumber = 1, Status = JoorTraitStatus.Inactive },
            new() { TraitName = "Size", Value = "M" },
        ],
    };

    private const string SkuJson =
        """{"product_id":"33","external_id":"S-1","sku_identifier":"T-1-RED-M","trait_values":[{"trait_id":"U0tVVHJhaXQ6U3R5bGVDb2xvcg==","value":"Red","external_id":"042","order_minimum":2,"order_nbr":1,"status":"INACTIVE"},{"trait_name":"Size","value":"M"}],"identifiers":[{"type":"upc","value":"0123"}]}""";

    private static readonly JoorAsset Asset = new()
    {
        ProductId = "33", Type = JoorAssetType.Image, FileName = "a.jpg", SourceUrl = new Uri("https://cdn.example/a.jpg"), ExternalId = "A-1", DisplayOrder = 1,
    };

    private static readonly JoorOrderDraft Order = new()
    {
        Customer = JoorRef.ByCode("C-9"), PriceType = JoorRef.ByName("US Dollar"), Collection = JoorRef.ById("31"), Status = JoorOrderState.InProgress,
        ShippingAddress = JoorRef.ById("5"), BillingAddress = JoorRef.ByCode("B1"), CustomShippingAddress = new() { Name = "Shop", Line1 = "1 Way", Zip = "0150", Fax = "1" },
        CustomBillingAddress = new() { Phone = "2" }, ShippingPrice = 9.90m, ShippingMethod = JoorRef.ByCode("UPS"), PaymentMethod = JoorRef.ByCode("NET"), SalesRep = JoorRef.ByCode("SR"),
        TrackingNumber = "1Z", ExportStatus = JoorExportResult.Failed, ExportDescription = "no such item", PoNumber = "PO-1", Comments = "c", InternalComments = "i",
        DeliveryWindowStart = new DateOnly(2026, 3, 1), DeliveryWindowEnd = new DateOnly(2026, 4, 1), Warehouse = JoorRef.ByName("Default"), Season = JoorRef.ByCode("SP26"),
        CustomerGroup = JoorRef.ByCode("SPC"), CompanyNumber = JoorRef.ByCode("WMN"), Type = JoorRef.ByName("Pre"), Buyer = new() { Name = "Ann" }, Tax = new() { Amount = 1.5m, Number = "T" },
        Discount = new() { Total = 5, Details = [new(true, 5), new(false, 2.50m)] }, Event = new() { Name = "Fair", Code = "F" },
    };

    private static readonly (string Line, string Body, Func<JoorV4, Task> Call)[] Calls =
    [
        ($"GET /v4/products?product_ids=1%2C2&external_ids=a&page=2&page_size=200&{Account}", "",
            v4 => v4.Products.ReadPageAsync(Second, new JoorProductFilter { Ids = ["1", "2"], ExternalIds = ["a"] }, default)),
        ($"GET /v4/skus?product_ids=33&page=2&page_size=200&{Account}", "", v4 => v4.Skus.ReadPageAsync(Second, ["33"], default)),
        ($"GET /v4/prices?sku_ids=MHwx%2CMHwy&page=2&page_size=200&{Account}", "", v4 => v4.Prices.ReadPageAsync(Second, ["MHwx", "MHwy"], default)),
        ($"GET /v4/price_types?page=1&page_size=50&{Account}", "", v4 => v4.PriceTypes.ReadPageAsync(new JoorPaging(), default)),
        ($"GET /v4/categories?page=1&page_size=50&{Account}", "", v4 => v4.Categories.ReadPageAsync(new JoorPaging(), default)),
        ($"GET /v4/traits?page=1&page_size=50&{Account}", "", v4 => v4.Traits.ReadPageAsync(new JoorPaging(), default)),
        ($"GET /v4/seasons?page=1&page_size=50&{Account}", "", v4 => v4.Seasons.ReadPageAsync(new JoorPaging(), default)),
        ($"GET /v4/collections?page=1&page_size=50&{Account}", "", v4 => v4.Collections.ReadPageAsync(new JoorPaging(), default)),
        ($"POST /v4/products/bulk_create?{Account}",
            """[{"name":"Tee","external_id":"T-1","product_identifier":"T1","description":"Soft","order_minimum":6,"category_ids":["5"],"product_trait_values":[{"trait_name":"Materials","value":"Cotton"}],"tags":[{"name":"Fit","value":"Slim","code":"S","parent_id":"9"}]},{"name":"Cap"}]""",
            v4 => v4.Products.CreateAsync(
                [
                    new()
                    {
                        Name = "Tee", ExternalId = "T-1", ProductIdentifier = "T1", Description = "Soft", OrderMinimum = 6, CategoryIds = ["5"],
                        TraitValues = [new() { TraitName = "Materials", Value = "Cotton" }], Tags = [new() { Name = "Fit", Value = "Slim", Code = "S", ParentId = "9" }],
                    },
                    new() { Name = "Cap" },
                ],
                default)),
        ($"POST /v4/products/bulk_update?{Account}", """[{"id":"33","description":""}]""", v4 => v4.Products.UpdateAsync([new() { Id = "33", Description = "" }], default)),
        ($"POST /v4/skus/bulk_create?{Account}", "[" + SkuJson + "]", v4 => v4.Skus.CreateAsync([Sku], default)),
        ($"POST /v4/skus/bulk_update?{Account}", "[{\"id\":\"MHwx\"," + SkuJson[1..] + "]", v4 => v4.Skus.UpdateAsync([Sku with { Id = "MHwx" }], default)),
        ($"POST /v4/skus/bulk_update_by_external_id?{Account}", "[" + SkuJson + "]", v4 => v4.Skus.UpdateByExternalIdAsync([Sku], default)),
        ($"POST /v4/prices/bulk_create?{Account}",
            """[{"sku_id":"MHwx","price_type_id":"22","wholesale_value":"100.00","retail_value":"250.50"},{"sku_id":"MHwx","price_type_name":"Euro","price_type_currency_code":"EUR","wholesale_value":"0.125"}]""",
            v4 => v4.Prices.CreateAsync(
                [
                    new() { SkuId = "MHwx", PriceType = new() { Id = "22" }, Wholesale = 100, Retail = 250.5m },
                    new() { SkuId = "MHwx", PriceType = new() { Name = "Euro", Currency = "EUR" }, Wholesale = 0.125m },
                ],
                default)),
        ($"POST /v4/prices/bulk_update?{Account}", """[{"id":"7","wholesale_value":"9.00"}]""",
            v4 => v4.Prices.UpdateAsync([new() { Id = "7", SkuId = "not sent", Wholesale = 9 }], default)),
        ($"POST /v4/seasons/bulk_create?{Account}", """[{"name":"SPRING 2026","year":2026,"external_id":"SP26"}]""",
            v4 => v4.Seasons.CreateAsync([new() { Name = "SPRING 2026", Year = 2026, ExternalId = "SP26" }], default)),
        ($"POST /v4/seasons/bulk_update?{Account}", """[{"id":"3","year":2027}]""", v4 => v4.Seasons.UpdateAsync([new() { Id = "3", Year = 2027 }], default)),
        ($"POST /v4/collections/bulk_create?{Account}",
            """[{"name":"Fall","external_id":"F1","season_id":"3","delivery":{"start_ship_date":"2026-08-01","complete_ship_date":"2026-09-01","cancel_date":"2026-10-01","minimum_shipping_window":7},"items":[{"product_id":"33","order_number":1,"sku_ids":["MHwx"]},{"product_id":"34"}]}]""",
            v4 => v4.Collections.CreateAsync(
                [
                    new()
                    {
                        Name = "Fall", ExternalId = "F1", Season = new() { Id = "3" },
                        Delivery = new() { StartShip = new(2026, 8, 1), CompleteShip = new(2026, 9, 1), Cancel = new(2026, 10, 1), MinimumShippingWindow = 7 },
                        Items = [new() { ProductId = "33", OrderNumber = 1, SkuIds = ["MHwx"] }, new() { ProductId = "34" }],
                    },
                ],
                default)),
        ($"POST /v4/collections/bulk_update?{Account}", """[{"id":"9","items":[]}]""", v4 => v4.Collections.UpdateAsync([new() { Id = "9", Items = [] }], default)),
        ($"POST /v4/assets/products?replace_all=true&{Account}",
            """[{"product":{"id":"33"},"asset":{"type":"image","filename":"a.jpg","source_url":"https://cdn.example/a.jpg","external_id":"A-1"},"display_order":1}]""",
            v4 => v4.Assets.AddToProductsAsync([Asset], replaceAll: true, default)),
        ($"POST /v4/assets/sku_trait_values/?{Account}",
            """[{"product":{"id":"33"},"sku_trait_value":{"trait":{"name":"color"},"value":{"external_id":"042"}},"asset":{"type":"swatch","filename":"a.jpg","source_url":"https://cdn.example/a.jpg","external_id":"A-1"}}]""",
            v4 => v4.Assets.AddToColorsAsync([Asset with { Type = JoorAssetType.Swatch, TraitValueExternalId = "042" }], default)),
        ($"POST /v4/orders/bulk_create?{Account}",
            """[{"customer_code":"C-9","price_type_name":"US Dollar","collection_id":"31","status":"IN_PROGRESS","shipping_address_id":"5","billing_address_code":"B1","custom_shipping_address":{"name":"Shop","line1":"1 Way","zip":"0150","fax":"1"},"custom_billing_address":{"phone":"2"},"shipping_price":9.9,"shipping_method_code":"UPS","payment_method_code":"NET","sales_rep_code":"SR","tracking_number":"1Z","export_status":"FAILED","export_description":"no such item","po_number":"PO-1","comments":"c","internal_comments":"i","delivery_window_start":"2026-03-01","delivery_window_end":"2026-04-01","warehouse":{"name":"Default"},"season":{"code":"SP26"},"customer_group":{"code":"SPC"},"company_number":{"code":"WMN"},"type":{"name":"Pre"},"buyer":{"name":"Ann"},"tax":{"amount":1.5,"number":"T"},"discount":{"discount":5,"details":[{"type":"PERCENTAGE","value":5},{"type":"AMOUNT","value":2.5}]},"event":{"event":"Fair","code":"F"}}]""",
            v4 => v4.Orders.CreateAsync([Order with { Door = JoorRef.ById("not sent") }], default)),
        ($"POST /v4/orders/bulk_update?{Account}", """[{"id":"7","status":"SHIPPED","tracking_number":"1Z","export_status":"SUCCESS","door":{"id":"4"}}]""",
            v4 => v4.Orders.UpdateAsync(
                [new() { Id = "7", Status = JoorOrderState.Shipped, TrackingNumber = "1Z", ExportStatus = JoorExportResult.Success, Door = JoorRef.ById("4") }], default)),
        ($"POST /v4/orders/sku_line_items/bulk_create?{Account}", """[{"order_id":"7","sku_id":"MHwx","quantity":5,"discount_percentage":12.5}]""",
            v4 => v4.Orders.AddLineItemsAsync([new() { OrderId = "7", SkuId = "MHwx", Quantity = 5, DiscountPercentage = 12.50m }], default)),
        ($"POST /v4/orders/sku_line_items/bulk_update?{Account}", """[{"id":"70","quantity":0}]""", v4 => v4.Orders.SetQuantitiesAsync([new("70", 0)], default)),
    ];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Calls.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Should_send_the_documented_request(int call)
    {
        await using var joor = await AnsweringServer.StartAsync("""{"data":[],"errors":[]}""");
        await using var gateway = joor.Gateway(JoorFormat.Xml);

        await Calls[call].Call(gateway.Client.V4);

        Sorted(joor.Only.Line).ShouldBe(Sorted(Calls[call].Line));
        joor.Only.Body.ShouldBe(Calls[call].Body);
        (joor.Only.ContentType, joor.Only.Accept).ShouldBe(("application/json", "application/json"));
    }

    // The door adds the account wherever it likes.
    private static string Sorted(string line) => line.Split('?') is [var path, var query] ? $"{path}?{string.Join('&', query.Split('&').Order(StringComparer.Ordinal))}" : line;
}
