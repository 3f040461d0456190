using JoorBus.Contracts.Orders;
using JoorBus.Simulators.Joor;

namespace JoorBus.Simulators.Tests.Joor.V4;

public sealed class When_orders_are_written_through_v4
{
    [Fact]
    public async Task Should_create_a_cart_that_v2_does_not_show_until_it_is_an_order()
    {
        await using var joor = await JoorV4.Start();
        var sku = (await joor.Get("/skus?page_size=1")).Single().Id();
        var id = (await joor.Post("/orders/bulk_create", new[] { Cart("IN_PROGRESS") })).Data().Id();
        joor.Orders.Snapshot().Orders.Single().Status.ShouldBe(JoorOrderStatus.Unknown);

        await joor.Post("/orders/sku_line_items/bulk_create", new[] { new { order_id = id, sku_id = sku, quantity = 2 } });
        var line = (await joor.Post("/orders/sku_line_items/bulk_create", new[] { new { order_id = id, sku_id = sku, quantity = 3 } })).Data();
        line.GetProperty("quantity").GetInt32().ShouldBe(5);
        (await joor.Post("/orders/bulk_update", new[] { new { id, status = "APPROVED" } })).Errors().Single().Message
            .ShouldBe("Shipping address, billing address and payment method are required for APPROVED");
        var approved = (await joor.Post("/orders/bulk_update", new[]
        {
            new { id, status = "APPROVED", shipping_address_code = "A001", billing_address_code = "A001", payment_method_code = "NET30", tracking_number = "T1" },
        })).Data();

        approved.GetProperty("total").GetString().ShouldBe("320.00");
        approved.GetProperty("tracking_number").GetString().ShouldBe("T1");
        approved.GetProperty("shipping_address").GetProperty("city").GetString().ShouldBe("Lyon");
        joor.Account.Expected.Single().Content.Lines.Single().Quantity.ShouldBe(5);
        (await joor.Post("/orders/bulk_update", new[] { new { id, status = "IN_PROGRESS" } })).Errors().Single().Message.ShouldBe("An order cannot go back to IN_PROGRESS");
    }

    [Theory]
    [InlineData("SUCCESS", JoorExportState.Exported)]
    [InlineData("FAILED", JoorExportState.Failed)]
    [InlineData("UNDEFINED", JoorExportState.NotExported)]
    public async Task Should_set_the_export_mark_without_modifying_the_order(string status, JoorExportState export)
    {
        await using var joor = await JoorV4.Start();
        var id = joor.Orders.AddApproved(1).Single();
        var before = joor.Orders.Snapshot().Orders.Single().ModifiedAt;

        await joor.Post("/orders/bulk_update", new[] { new { id, export_status = status, export_description = "seen" } });

        var order = joor.Orders.Snapshot().Orders.Single();
        (order.Export, order.ModifiedAt).ShouldBe((export, before));
        (await joor.Get($"/orders?export_status={status}")).Single().GetProperty("export_description").GetString().ShouldBe("seen");
    }

    [Fact]
    public async Task Should_refuse_what_names_nothing()
    {
        await using var joor = await JoorV4.Start();
        var id = joor.Orders.AddApproved(1).Single();

        var created = await joor.Post("/orders/bulk_create", new object[]
        {
            Cart("LOST"), Cart("IN_PROGRESS", customer: "C9"), Cart("IN_PROGRESS", priceType: "Moon"), Cart("IN_PROGRESS", collection: "C7"), Cart("NOTES"),
        });
        var updated = await joor.Post("/orders/bulk_update", new[] { new { id = "1", export_status = "SUCCESS" }, new { id, export_status = "DONE" } });

        created.Errors().Select(error => error.Status).ShouldBe(["VALIDATION_ERROR", "NOT_FOUND", "NOT_FOUND", "NOT_FOUND", "VALIDATION_ERROR"]);
        updated.Errors().Select(error => error.Status).ShouldBe(["NOT_FOUND", "VALIDATION_ERROR"]);
    }

    [Fact]
    public async Task Should_allow_one_discount_and_only_before_approval()
    {
        await using var joor = await JoorV4.Start();
        var sku = (await joor.Get("/skus?page_size=1")).Single().Id();
        var open = (await joor.Post("/orders/bulk_create", new[] { Cart("IN_PROGRESS") })).Data().Id();
        var approved = joor.Orders.AddApproved(1).Single();

        var answer = await joor.Post("/orders/sku_line_items/bulk_create", new object[]
        {
            new { order_id = open, sku_id = sku, quantity = 1, item_price = 1, discount_amount = 1 },
            new { order_id = open, sku_id = sku, quantity = 1, discount_percentage = 25 },
            new { order_id = approved, sku_id = sku, quantity = 1 },
        });

        answer.Data().GetProperty("line_item_sku").GetProperty("item_price").GetString().ShouldBe("48.00");
        answer.Errors().Select(error => error.Message.Split('.')[0]).ShouldBe(["Multiple discounts for the same SKU are not allowed", "Items can only be added while the order is In Progress, Notes or Pending"]);
    }

    [Fact]
    public async Task Should_change_a_quantity_that_v2_then_shows()
    {
        await using var joor = await JoorV4.Start();
        var id = joor.Orders.AddOrder(joor.Orders.Generate(JoorOrderStatus.Pending));
        var line = (await joor.Get($"/orders/sku_line_items?order_ids={id}"))[2].Id();

        await joor.Post("/orders/sku_line_items/bulk_update", new[] { new { id = line, quantity = 99 } });

        joor.Orders.Get(id).Lines[2].Quantity.ShouldBe(99);
        joor.Orders.Snapshot().Orders.Single().Revisions.ShouldBe(2);
    }

    [Fact]
    public async Task Should_keep_the_effect_when_the_answer_is_lost()
    {
        await using var joor = await JoorV4.Start();
        joor.Simulator.Faults.Add(new() { Kind = JoorFaultKind.DropAfterEffect, Matching = "/orders/bulk_create" });

        await Should.ThrowAsync<HttpRequestException>(() => joor.Post("/orders/bulk_create", new[] { Cart("IN_PROGRESS") }));

        (await joor.Get("/orders")).Count.ShouldBe(1);
    }

    private static object Cart(string status, string customer = "C0001", string priceType = "EUR wholesale", string collection = "D1") =>
        new { status, customer_code = customer, price_type_name = priceType, collection_code = collection };
}
