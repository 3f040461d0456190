using System.Text;
using System.Text.Json;
using JoorBus.Contracts;
using JoorBus.Contracts.Inventory;
using JoorBus.Inventory.Receiving;

namespace JoorBus.Inventory.Tests.Receiving;

public sealed class When_levels_have_the_usual_form
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private readonly UsualLevels _usual = new();

    public static TheoryData<string> Bodies() =>
    [
        Body(Stock.Level("A", 5, 1), Stock.Level("B", 6, 2, "CA")),
        Body(Stock.At("A", 5, Now.AddTicks(17))),
        Body(Stock.Level("A", 5, 1) with { Item = Stock.Dress, Warehouse = " NJ ", Allocated = 2, AvailableToSell = -3, MadeToOrder = true }),
        Body(Stock.Level("A", 5, 1) with { Inbound = [new InboundStock { Date = new DateOnly(2026, 12, 1), Quantity = 3 }] }),
        """{"connection":"acme","snapshotId":"full","levels":[{"sequence":1,"onHand":5,"item":{"upc":"12"},"warehouse":"NJ"}]}""",
        """{"connection":null,"snapshotId":null,"levels":[{"warehouse":"\u004eJ","item":{"sku":"\u0041"},"onHand":null,"availableToSell":1,"allocated":null,"madeToOrder":null,"asOf":null,"inbound":null,"sequence":1}]}""",
        """ { "levels" : [ { "warehouse" : "NJ", "item" : { "SKU" : "A", "unknown" : 1 }, "onHand" : 1, "onHand" : 2, "sequence" : 1 } ] } """,
    ];

    public static TheoryData<string> Others() =>
    [
        """{"levels":[{"warehouse":"NJ","item":{"sku":"A"},"onHand":1,"sequence":1}],"connection":"acme"}""",
        """{"levels":[{"Warehouse":"NJ","item":{"sku":"A"},"onHand":1,"sequence":1}]}""",
        """{"levels":[{"warehouse":"NJ","item":{"sku":"A"},"onHand":"1","sequence":1}]}""",
        """{"levels":[{"warehouse":"NJ","item":{"sku":"A"},"onHand":-1,"sequence":1}]}""",
        """{"levels":[{"warehouse":"NJ","item":{"sku":"A\u0000"},"onHand":1,"sequence":1}]}""",
        """{"levels":[{"warehouse":"","item":{"sku":"A"},"onHand":1,"sequence":1}]}""",
        """{"levels":[{"warehouse":"NJ","item":null,"onHand":1,"sequence":1}]}""",
        """{"levels":[{"warehouse":"NJ","item":{"sku":"A"},"onHand":1}]}""",
        """{"levels":[{"warehouse":"NJ","item":{"sku":"A"},"onHand":1,"sequence":1}],"levels":[]}""",
        """{"levels":[{"warehouse":"NJ","item":{"sku":"A"},"onHand":1,"sequence":1}]} {}""",
        """{"levels":[{"warehouse":"NJ","item":{"sku":"A"},"onHand":1,"sequence":1}""",
        """{"levels":[null]}""",
        """{"levels":[]}""",
        """{"levels":"many"}""",
        """{"snapshotId":"","levels":[{"warehouse":"NJ","item":{"sku":"A"},"onHand":1,"sequence":1}]}""",
        """{"connection":"nobody","levels":[{"warehouse":"NJ","item":{"sku":"A"},"onHand":1,"sequence":1}]}""",
        "[]",
        "7",
        "",
    ];

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Should_read_the_same_rows_as_by_way_of_the_message(string body)
    {
        var message = JsonSerializer.Deserialize(body, ContractsJson.Default.InventoryChanged)!;
        var expected = LevelReading.Read(message, ScopeOf(message.Connection)!, Now).ShouldBeOfType<LevelsRead.Rows>().Levels;
        Read(body).ShouldBe(expected);
        Read(body).ShouldBe(expected);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Should_leave_others_alone(string body) => Read(body).ShouldBeNull();

    [Fact]
    public void Should_leave_too_many_alone() => Read(Body([.. Enumerable.Repeat(Stock.Level("A", 5, 1), 10_001)])).ShouldBeNull();

    [Fact]
    public void Should_forget_what_is_too_much_and_make_it_again()
    {
        var made = 0;
        var texts = new MadeOfBytes<string>(
            bytes =>
            {
                made++;
                return Encoding.UTF8.GetString(bytes);
            },
            mostBytes: 1000);
        texts.Of("one"u8).ShouldBe("one");
        texts.Of("one"u8).ShouldBe("one");
        made.ShouldBe(1);
        foreach (var number in Enumerable.Range(0, 10))
            texts.Of(Encoding.UTF8.GetBytes($"{number}")).ShouldBe($"{number}");
        texts.Of("one"u8).ShouldBe("one");
        made.ShouldBe(12);
    }

    private static string Body(params InventoryLevel[] levels) => Wire.Json(new InventoryChanged { Levels = levels });

    private static string? ScopeOf(string? name) => name == "nobody" ? null : name ?? "";

    private IReadOnlyList<LevelRow>? Read(string body)
    {
        try
        {
            return _usual.TryRead(Encoding.UTF8.GetBytes(body), ScopeOf, Now);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}
