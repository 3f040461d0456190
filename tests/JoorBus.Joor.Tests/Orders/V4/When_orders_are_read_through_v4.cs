using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace JoorBus.Joor.Tests;

public sealed class When_orders_are_read_through_v4(ITestOutputHelper output)
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(137)]
    [InlineData(250)]
    public async Task Should_see_every_order_though_all_have_the_same_time(int orders)
    {
        await using var book = await V4Book.StartAsync();
        foreach (var id in Enumerable.Range(1, orders))
            book.Put(id);

        var (seen, end) = await ReadAsync(book);

        end.ShouldBeNull();
        seen.Keys.ShouldBe(book.Orders.Keys, ignoreOrder: true);
    }

    [Fact]
    public async Task Should_read_no_row_twice_but_those_of_the_time_it_goes_on_from()
    {
        await using var book = await V4Book.StartAsync();
        foreach (var id in Enumerable.Range(1, 95))
        {
            book.Put(id);
            book.Now = book.Now.AddSeconds(1);
        }

        await ReadAsync(book);

        book.Requests.Count(request => request.StartsWith("orders?", StringComparison.Ordinal)).ShouldBe(11);
        book.Requests.Where(request => request.StartsWith("orders/sku", StringComparison.Ordinal)).SelectMany(request => request.Split('?', '&')[1]["order_ids=".Length..].Split(','))
            .ShouldBeUnique();
    }

    [Theory]
    [InlineData(60, 50)]
    [InlineData(230, 100)]
    [InlineData(150, 50)]
    public async Task Should_see_every_line_though_the_server_gives_fewer_rows_than_asked_for(int lines, int most)
    {
        await using var book = await V4Book.StartAsync();
        book.MostRows = most;
        book.Put(1, lines);

        var (seen, end) = await ReadAsync(book);

        end.ShouldBeNull();
        seen[1].ShouldBe(lines);
    }

    [Fact]
    public async Task Should_see_in_this_round_or_the_next_what_changes_meanwhile()
    {
        var first = Environment.GetEnvironmentVariable("JOORBUS_TEST_SEED") is { Length: > 0 } given ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture) : Random.Shared.Next(1_000_000_000);
        output.WriteLine($"JOORBUS_TEST_SEED={first}");
        for (var seed = first; seed < first + 15; seed++)
            await ReadWhileChangingAsync(new Random(seed));
    }

    [Fact]
    public async Task Should_leave_an_order_out_of_the_page_whose_lines_JOOR_refuses()
    {
        await using var book = await V4Book.StartAsync();
        foreach (var id in Enumerable.Range(1, 7))
            book.Put(id);
        book.Instead = request => request.Query["order_ids"].ToString().Split(',').Contains("4")
            ? new JsonObject { ["data"] = new JsonArray(), ["errors"] = new JsonArray(new JsonObject { ["status"] = "NOT_FOUND", ["message"] = "Order id `4` not found", ["details"] = new JsonObject() }) }
            : null;
        await using var gateway = book.Open();

        var answers = await AllAsync(gateway, book);

        var readings = answers.OfType<JoorAnswer<JoorOrderPage>.Accepted>().SelectMany(page => page.Value.Orders).ToList();
        readings.OfType<JoorOrderReading.Unreadable>().ShouldHaveSingleItem().Reason.ShouldBe("JOOR does not give the lines of order 4: NOT_FOUND: Order id `4` not found.");
        readings.OfType<JoorOrderReading.Readable>().Select(reading => reading.Order.JoorOrderId).ShouldBe(["1", "2", "3", "5", "6", "7"]);
        answers[^1].ShouldBeOfType<JoorAnswer<JoorOrderPage>.Accepted>();
    }

    [Fact]
    public async Task Should_give_what_came_and_then_the_refusal_of_the_rest()
    {
        await using var book = await V4Book.StartAsync();
        book.Put(1);
        book.Instead = request => request.Path == "/v4/orders"
            ? new JsonObject { ["data"] = new JsonArray(book.Orders[1].Header()), ["errors"] = new JsonArray(new JsonObject { ["status"] = "INTERNAL", ["message"] = "one is broken" }) }
            : null;
        await using var gateway = book.Open();

        var answers = await AllAsync(gateway, book);

        answers[0].ShouldBeOfType<JoorAnswer<JoorOrderPage>.Accepted>().Value.Orders.ShouldHaveSingleItem().ShouldBeOfType<JoorOrderReading.Readable>();
        answers[^1].ShouldBeOfType<JoorAnswer<JoorOrderPage>.Refused>().Reason.ShouldBe("INTERNAL: one is broken");
    }

    [Fact]
    public async Task Should_not_take_an_order_without_its_lines()
    {
        await using var book = await V4Book.StartAsync();
        book.Put(1, lines: 3);
        book.Instead = request => request.Path == "/v4/orders/sku_line_items" ? new JsonObject { ["data"] = new JsonArray(), ["errors"] = new JsonArray() } : null;
        await using var gateway = book.Open();

        var page = (await AllAsync(gateway, book))[0].ShouldBeOfType<JoorAnswer<JoorOrderPage>.Accepted>().Value;

        page.Orders.ShouldHaveSingleItem().ShouldBeOfType<JoorOrderReading.Unreadable>().Reason.ShouldBe("quantity is 3, but JOOR shows no line (order 1).");
    }

    [Fact]
    public async Task Should_look_up_UPCs_once_for_each_product()
    {
        await using var book = await V4Book.StartAsync();
        book.Put(1, lines: 2);
        await using var gateway = book.Open();

        await AllAsync(gateway, book);
        var page = (await AllAsync(gateway, book))[0].ShouldBeOfType<JoorAnswer<JoorOrderPage>.Accepted>().Value;

        page.Orders.ShouldHaveSingleItem().ShouldBeOfType<JoorOrderReading.Readable>().Order.Lines.Select(line => line.Upc).ShouldBe(["upc-1-1", "upc-1-2"]);
        book.Requests.Count(request => request.StartsWith("skus", StringComparison.Ordinal)).ShouldBe(1);
    }

    // Two rounds: what changes in the first one must be there, as it is then, after the second.
    private static async Task ReadWhileChangingAsync(Random random)
    {
        await using var book = await V4Book.StartAsync();
        foreach (var id in Enumerable.Range(1, 60))
        {
            book.Put(id, random.Next(1, 12));
            book.Now = book.Now.AddSeconds(random.Next(5) == 0 ? 1 : 0);
        }
        var changesLeft = random.Next(1, 10);
        book.AfterAnswer = _ =>
        {
            if (changesLeft-- > 0)
                book.Put(random.Next(1, 70), random.Next(1, 12), random.Next(4) == 0 ? "CANCELLED" : "APPROVED");
        };
        var start = book.Now;

        var (seen, end) = await ReadAsync(book);
        book.AfterAnswer = _ => { };
        var (later, _) = await ReadAsync(book, from: end is null ? start.AddSeconds(-1) : null);

        foreach (var order in book.Orders.Values.Where(order => order.Status == "APPROVED"))
            (later.TryGetValue(order.Id, out var lines) ? lines : seen.GetValueOrDefault(order.Id)).ShouldBe(order.Lines, $"order {order.Id}");
    }

    private static async Task<(Dictionary<int, int> Lines, string? End)> ReadAsync(V4Book book, DateTimeOffset? from = null)
    {
        await using var gateway = book.Open();
        var seen = new Dictionary<int, int>();
        string? end = null;
        foreach (var answer in await AllAsync(gateway, book, from))
        {
            var page = answer.ShouldBeOfType<JoorAnswer<JoorOrderPage>.Accepted>(answer.Explain()).Value;
            end = page.Shifted;
            foreach (var order in page.Orders)
            {
                var read = order.ShouldBeOfType<JoorOrderReading.Readable>().Order;
                seen[int.Parse(read.JoorOrderId, System.Globalization.CultureInfo.InvariantCulture)] = read.Lines.Sum(line => line.Quantity);
            }
        }
        return (seen, end);
    }

    private static async Task<List<JoorAnswer<JoorOrderPage>>> AllAsync(Gateway gateway, V4Book book, DateTimeOffset? from = null)
    {
        var answers = new List<JoorAnswer<JoorOrderPage>>();
        var window = new JoorOrderWindow(JoorOrderFilter.Approved, from ?? new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), book.Now.AddMinutes(10));
        await foreach (var answer in gateway.Reader.ReadWindowAsync(window, CancellationToken.None))
            answers.Add(answer);
        return answers;
    }
}
