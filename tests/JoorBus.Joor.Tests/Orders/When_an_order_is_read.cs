using JoorBus.Contracts;
using JoorBus.Contracts.Orders;
using Shouldly;
using Xunit;

namespace JoorBus.Joor.Tests;

public sealed class When_an_order_is_read
{
    [Fact]
    public void Should_carry_every_field()
    {
        var order = Pages.Single(Orders.Full).ShouldBeOfType<JoorOrderReading.Readable>().Order;

        order.JoorOrderId.ShouldBe("172728");
        order.Status.ShouldBe(JoorOrderStatus.Approved);
        order.CreatedAt.ShouldBe(new DateTimeOffset(2013, 10, 2, 6, 34, 46, TimeSpan.Zero).AddTicks(1252340));
        order.ApprovedAt.ShouldBe(new DateTimeOffset(2013, 10, 2, 4, 0, 0, TimeSpan.Zero));
        order.ModifiedAt.ShouldBe(new DateTimeOffset(2013, 10, 3, 0, 0, 0, TimeSpan.Zero));
        order.ShipStart.ShouldBe(new DateOnly(2013, 10, 2));
        order.ShipEnd.ShouldBeNull();
        order.Total.ShouldBe(450.10m);
        order.Type.ShouldBe(new Coded { Name = "Post-Market" });
        order.Season.ShouldBe(new Coded { Code = "S15" });
        order.Event.ShouldBe(new Coded { Name = "JOOR iPad" });
        order.Warehouse.ShouldBeNull();
        order.IsPersonalOrder.ShouldBeTrue();
        order.Customer.Code.ShouldBe("C-9");
        order.Customer.ShipTo.ShouldBe(new Address { Code = "S1", Name = "Shop", Line1 = "1 Way", City = "Oslo", PostalCode = "0150", CountryIso2 = "NO", CountryIso3 = "NOR", Email = "a@b.no" });
        order.Customer.SoldTo.ShouldBeNull();
        order.Doors.ShouldBe([new JoorDoor { DoorId = "77", Name = "Main", IsDeleted = false }]);
        order.Divisions.ShouldBeEmpty();
        order.Lines.Select(line => (line.LineNumber, line.Upc, line.Quantity, line.UnitPrice, line.RetailPrice, line.Multiplier, line.DoorId))
            .ShouldBe([(1, "0123", 5, 90m, 89.9m, null, "77"), (2, "0124", 3, 0.1m, null, 6, null)]);
        order.Lines[0].Tags.ShouldBe([new JoorStyleTag { Code = "T", Group = "G", Name = "N", Value = "V" }]);
    }

    [Theory]
    [InlineData(JoorOrderFilter.Notes, "4", JoorOrderStatus.Notes)]
    [InlineData(JoorOrderFilter.Cancelled, "4", JoorOrderStatus.Cancelled)]
    [InlineData(JoorOrderFilter.All, "4", JoorOrderStatus.Approved)]
    [InlineData(JoorOrderFilter.All, "3", JoorOrderStatus.Pending)]
    [InlineData(JoorOrderFilter.All, "9", JoorOrderStatus.Unknown)]
    [InlineData(JoorOrderFilter.All, "", JoorOrderStatus.Unknown)]
    public void Should_take_the_status_from_the_filter_then_from_the_code(JoorOrderFilter filter, string code, JoorOrderStatus status) =>
        Pages.Single($$"""{"order_id":1,"order_type":"{{code}}"}""", filter).ShouldBeOfType<JoorOrderReading.Readable>().Order.Status.ShouldBe(status);

    [Fact]
    public void Should_take_codes_that_a_brand_sets() =>
        Pages.Single("""{"order_id":1,"order_type":6}""", JoorOrderFilter.All, options => options.OrderTypeCodes = new Dictionary<string, JoorOrderStatus> { ["6"] = JoorOrderStatus.Cancelled })
            .ShouldBeOfType<JoorOrderReading.Readable>().Order.Status.ShouldBe(JoorOrderStatus.Cancelled);

    [Theory]
    [InlineData("0.1", "0.1")]
    [InlineData("\"19.99\"", "19.99")]
    [InlineData("1e2", "100")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("\"\"", "0")]
    [InlineData("null", "0")]
    [InlineData("[]", "0")]
    public void Should_read_money_exactly(string json, string total) =>
        Pages.Single($$"""{"order_id":1,"order_total":{{json}}}""").ShouldBeOfType<JoorOrderReading.Readable>().Order.Total
            .ShouldBe(decimal.Parse(total, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("""{"order_total":5}""", "order_id is missing or empty, so the order cannot be told from others (order at position 1 of the page).")]
    [InlineData("""{"order_id":"  "}""", "order_id is missing or empty, so the order cannot be told from others (order at position 1 of the page).")]
    [InlineData("""{"order_id":1,"order_total":"1,234.50"}""", "order_total is \"1,234.50\", not a number (order 1).")]
    [InlineData("""{"order_id":1,"order_total":1e400}""", "order_total is 1e400, not a number (order 1).")]
    [InlineData("""{"order_id":1,"line_items":[{"item_quantity":2.5}]}""", "item_quantity is 2.5, not a whole number (line_items 1 of order 1).")]
    [InlineData("""{"order_id":1,"line_items":[{"item_quantity":-1}]}""", "item_quantity is -1, but a quantity is 0 or more (line_items 1 of order 1).")]
    [InlineData("""{"order_id":1,"line_items":[{"item_quantity":3000000000}]}""", "item_quantity is 3000000000, not a whole number (line_items 1 of order 1).")]
    [InlineData("""{"order_id":1,"line_items":[{"item_quantity":""}]}""", "item_quantity is missing or empty, so nobody knows how many to ship (line_items 1 of order 1).")]
    [InlineData("""{"order_id":1,"line_items":"none"}""", "line_items is \"none\", not a list (order 1).")]
    [InlineData("""{"order_id":1,"date_created":"02/03/2026"}""", "date_created is \"02/03/2026\", not an ISO 8601 time (order 1).")]
    [InlineData("""{"order_id":1,"date_ship_end":"2026-02-30"}""", "date_ship_end is \"2026-02-30\", not a day such as 2026-03-31 (order 1).")]
    [InlineData("""{"order_id":1,"order_comments":"\ud800"}""", "order_comments is \"\\ud800\", not readable Unicode text (order 1).")]
    [InlineData("""{"order_id":1,"order_total":"x","order_discount":"y","date_created":"z"}""", "date_created is \"z\", not an ISO 8601 time (order 1), and 2 more fault(s).")]
    public void Should_say_what_is_wrong_and_where(string order, string reason) =>
        Pages.Single(order).ShouldBeOfType<JoorOrderReading.Unreadable>().Reason.ShouldBe(reason);

    [Fact]
    public void Should_refuse_an_order_over_the_limit_but_name_it()
    {
        var reading = Pages.Single($$"""{"order_id":1,"order_comments":"{{new string('x', 2000)}}"}""", change: options => options.MaxOrderBytes = 1024)
            .ShouldBeOfType<JoorOrderReading.Unreadable>();

        reading.JoorOrderId.ShouldBe("1");
        reading.Reason.ShouldBe("order 1 has 2034 bytes, more than MaxOrderBytes (1024).");
        reading.Excerpt.Length.ShouldBe(200);
    }

    [Fact]
    public void Should_read_a_10_MB_order() =>
        Pages.Single($$"""{"order_id":1,"order_comments":"{{new string('x', 10_000_000)}}"}""").ShouldBeOfType<JoorOrderReading.Readable>();

    [Fact]
    public void Should_replace_what_PostgreSQL_cannot_store() =>
        Pages.Single("""{"order_id":1,"order_comments":"a\u0000b"}""").ShouldBeOfType<JoorOrderReading.Readable>().Order.Comments.ShouldBe("a\uFFFDb");

    [Theory]
    [InlineData("2026-03-01T10:00:00.123456+02:00", "2026-03-01T08:00:00.1234560Z")]
    [InlineData("2026-03-01T10:00:00", "2026-03-01T10:00:00.0000000Z")]
    [InlineData("2026-03-01 10:00:00.5", "2026-03-01T10:00:00.5000000Z")]
    [InlineData("2026-03-01T10:00:00Z", "2026-03-01T10:00:00.0000000Z")]
    [InlineData("2026-03-01", "2026-03-01T00:00:00.0000000Z")]
    public void Should_read_times_as_UTC(string given, string time) =>
        Pages.Single($$"""{"order_id":1,"date_created":"{{given}}"}""").ShouldBeOfType<JoorOrderReading.Readable>().Order.CreatedAt!.Value
            .UtcDateTime.ToString("O").ShouldBe(time);
}
