using JoorBus.EndToEnd.World;
using JoorBus.TestKit;

namespace JoorBus.EndToEnd.BadInput;

public sealed class When_an_order_in_JOOR_cannot_be_read
{
    private const int TenMegabytes = 10 << 20;

    [Fact]
    public Task Should_say_that_it_has_no_id() =>
        RefusedAsync(RawOrder.WithoutId, id: null, "order at position", "order_id", "so the order cannot be told from others");

    [Fact]
    public Task Should_show_a_quantity_in_words() =>
        RefusedAsync(RawOrder.With("9000001", quantity: "a dozen"), "9000001", "order 9000001", "item_quantity", "a dozen");

    [Fact]
    public Task Should_give_the_size_of_one_that_is_too_big() =>
        RefusedAsync(RawOrder.With("9000002", comments: new string('x', TenMegabytes)), "9000002", "order 9000002", "more than MaxOrderBytes (1048576)");

    private static async Task RefusedAsync(string raw, string? id, params string[] reason)
    {
        await using var brand = await Brand.OpenAsync();
        brand.Settings.Connections[0].MaxOrderBytes = 1 << 20;
        var host = await brand.StartHostAsync();
        await brand.StartWarehouseAsync();
        brand.Joor.Orders.AddApproved(3);
        brand.Joor.Orders.AddRaw(raw, orderId: id);
        var neighbours = brand.Joor.Orders.AddApproved(3);

        var letter = await Bus.TakeDeadLetterAsync(brand.Broker, "orders-poll_error");

        letter.Kind.ShouldBe("Unreadable");
        foreach (var part in reason)
        {
            letter.Fault.ShouldNotBeNull().ShouldContain(part);
        }

        letter.Body.Length.ShouldBeLessThan(10_000);
        var listed = await Eventually.ReadsAsync(() => host.ListAsync("--state", "unreadable"), rows => rows.Count == 1, "it is listed");
        listed.Single().Reason.ShouldBe(letter.Fault);
        foreach (var neighbour in neighbours)
        {
            await host.ShowOnceAsync(neighbour, "Accepted");
        }

        // Read again in every round, reported once.
        var reads = brand.Joor.Ledger().Reads;
        await Eventually.BecomesTrueAsync(() => brand.Joor.Ledger().Reads > reads + 4, "JOOR is read again");
        (await Bus.CountAsync(brand.Broker, "orders-poll_error")).ShouldBe(0u);
    }
}
