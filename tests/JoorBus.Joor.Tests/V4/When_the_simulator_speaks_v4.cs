using JoorBus.Simulators.Joor;
using Shouldly;
using Xunit;

namespace JoorBus.Joor.Tests;

/// <summary>A brand's catalog and one order, all through v4.</summary>
public sealed class When_the_simulator_speaks_v4 : IAsyncLifetime, IAsyncDisposable
{
    private JoorSimulator _joor = null!;
    private Gateway _gateway = null!;

    public async Task InitializeAsync()
    {
        _joor = await V4Simulator.StartAsync();
        _gateway = V4Simulator.Open(_joor);
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _joor.DisposeAsync();
    }

    [Fact]
    public async Task Should_build_a_catalog_element_by_element()
    {
        var v4 = _gateway.Client.V4;
        var type = (await ReadAsync(v4.PriceTypes.ReadAllAsync())).First();

        var products = Bulk(await v4.Products.CreateAsync([new() { Name = "Tee", ExternalId = "T-1", ProductIdentifier = "T1" }, new() { Name = "Tee", ExternalId = "T-1", ProductIdentifier = "T1" }], default));
        var product = Accepted(products.Items[0]);
        products.Items[1].ShouldBeOfType<JoorBulkItem<JoorProduct, JoorProduct>.Refused>().Status.ShouldBe("DUPLICATED");
        JoorTraitValue Color(string name) => new() { TraitId = JoorTrait.ColorId, Value = name, ExternalId = name };
        JoorTraitValue Size(string name) => new() { TraitId = JoorTrait.SizeId, Value = name };
        var skus = Bulk(await v4.Skus.CreateAsync(
            [
                new() { ProductId = product.Id, TraitValues = [Color("Red"), Size("M")], Identifiers = [JoorIdentifier.Upc("012345678905")] },
                new() { ProductId = product.Id, TraitValues = [Color("Red"), Size("L")] },
            ],
            default));
        skus.IsComplete.ShouldBeTrue();
        Bulk(await v4.Prices.CreateAsync([.. skus.Items.Select(sku => new JoorPrice { SkuId = Accepted(sku).Id, PriceType = type, Wholesale = 10, Retail = 25 })], default)).IsComplete.ShouldBeTrue();
        var season = Accepted(Bulk(await v4.Seasons.CreateAsync([new() { Name = "SPRING 2026", Year = 2026, ExternalId = "SP26" }], default)).Items.Single());
        var collections = Bulk(await v4.Collections.CreateAsync(
            [
                new() { Name = "Fall", ExternalId = "F1", Season = season, Items = [new() { ProductId = product.Id, OrderNumber = 1 }] },
                new() { Name = "Wrong", ExternalId = "F2", Delivery = new() { StartShip = new(2026, 9, 1), CompleteShip = new(2026, 8, 1) } },
            ],
            default));
        Accepted(collections.Items[0]).Season!.Id.ShouldBe(season.Id);
        collections.Items[1].ShouldBeOfType<JoorBulkItem<JoorCollection, JoorCollection>.Refused>().Status.ShouldBe("VALIDATION_ERROR");

        var prices = await ReadAsync(v4.Prices.ReadAllAsync([.. skus.Items.Select(sku => Accepted(sku).Id!)], new JoorPaging { Size = 1 }));
        prices.Select(price => (price.SkuId, price.Wholesale)).ShouldBe(skus.Items.Select(sku => (Accepted(sku).Id, (decimal?)10)), ignoreOrder: true);
        (await ReadAsync(v4.Skus.ReadAllAsync([product.Id!]))).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Should_ship_an_order_and_tell_what_failed()
    {
        var id = _joor.Orders.AddApproved(1)[0];

        var told = Bulk(await _gateway.Client.V4.Orders.UpdateAsync(
            [
                new() { Id = id, Status = JoorOrderState.Shipped, TrackingNumber = "1Z", ExportStatus = JoorExportResult.Success },
                new() { Id = "no such order", Status = JoorOrderState.Shipped },
            ],
            default));

        Accepted(told.Items[0]).Id.ShouldBe(id);
        told.Items[1].ShouldBeOfType<JoorBulkItem<JoorOrderDraft, JoorOrderReceipt>.Refused>().Status.ShouldBe("NOT_FOUND");
    }

    private static async Task<List<T>> ReadAsync<T>(IAsyncEnumerable<JoorAnswer<JoorPage<T>>> pages)
    {
        var all = new List<T>();
        await foreach (var page in pages)
            all.AddRange(page.ShouldBeOfType<JoorAnswer<JoorPage<T>>.Accepted>().Value.Readable());
        return all;
    }

    private static JoorBulk<TIn, TOut> Bulk<TIn, TOut>(JoorAnswer<JoorBulk<TIn, TOut>> answer) =>
        answer.ShouldBeOfType<JoorAnswer<JoorBulk<TIn, TOut>>.Accepted>(answer.Explain()).Value;

    private static TOut Accepted<TIn, TOut>(JoorBulkItem<TIn, TOut> item) => item.ShouldBeOfType<JoorBulkItem<TIn, TOut>.Accepted>(item.ToString()).Value;
}
