using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace JoorBus.Joor.Tests;

public sealed class When_stock_is_answered
{
    [Theory]
    [InlineData("pass", JoorStockOutcome.Passed)]
    [InlineData("Passed", JoorStockOutcome.Passed)]
    [InlineData("fail: no such warehouse", JoorStockOutcome.Failed)]
    [InlineData("Failed", JoorStockOutcome.Failed)]
    [InlineData("queued", JoorStockOutcome.Unconfirmed)]
    [InlineData("", JoorStockOutcome.Unconfirmed)]
    [InlineData(null, JoorStockOutcome.Unconfirmed)]
    public void Should_understand_JOORs_words_only_where_they_are_clear(string? words, JoorStockOutcome outcome) => JoorStockMatching.Understand(words).ShouldBe(outcome);

    [Fact]
    public void Should_find_items_in_any_order_also_where_some_are_missing()
    {
        var orders = from count in Gen.Choose(1, 30) from seed in Gen.Choose(0, int.MaxValue) select (count, seed);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Arb.From(orders), order =>
        {
            var dice = new Random(order.seed);
            JoorStock[] sent = [.. Enumerable.Range(0, order.count).Select(at => at % 2 == 0
                ? Samples.Stock($"00{at}", at)
                : new JoorStock { StyleNumber = "T-1", StyleIdentifier = "T 1", ColorCode = $"{at:000}", Size = "M", Quantity = at })];
            var answered = Enumerable.Range(0, order.count).Where(_ => dice.Next(4) > 0).ToArray();
            dice.Shuffle(answered);

            var result = JoorStockMatching.Match(sent, [.. answered.Select(at => new JoorStockEntry(Name(sent[at]), $"{at}", "pass"))], null);

            for (var at = 0; at < order.count; at++)
                result.Items[at].Entry?.LogId.ShouldBe($"{at}");
            result.Items.Count(item => item.Outcome == JoorStockOutcome.Passed).ShouldBe(answered.Length);
            result.Unplaced.ShouldBeEmpty();
        }));
    }

    [Fact]
    public void Should_go_by_place_where_the_names_say_nothing()
    {
        var result = JoorStockMatching.Match([Samples.Stock("1", 1), Samples.Stock("2", 2)], [new("a", "x", "pass"), new("b", "y", "fail: b")], 2);

        result.Items.Select(item => item.Entry!.LogId).ShouldBe(["x", "y"]);
        result.Items.Select(item => item.Outcome).ShouldBe([JoorStockOutcome.Passed, JoorStockOutcome.Failed]);
    }

    [Fact]
    public async Task Should_send_nothing_that_JOOR_cannot_tell_from_other_items()
    {
        await using var joor = await AnsweringServer.StartAsync();
        await using var gateway = joor.Gateway();

        var answer = await gateway.Client.V2.Inventory.SetAsync([Samples.Stock("1", 1), new JoorStock { StyleNumber = "T", ColorCode = "1", Quantity = 1 }], new JoorStockOptions(), default);

        var refused = answer.ShouldBeOfType<JoorAnswer<JoorStockResult>.Refused>();
        (refused.IsSent, refused.Field, refused.Reason).ShouldBe((false, "size", "size is missing (item 2 of 2)"));
        joor.Requests.ShouldBeEmpty();
    }

    private static string Name(JoorStock item) => item.Upc ?? $"{item.StyleNumber}|{item.StyleIdentifier}|{item.ColorCode}|{item.Size}";
}
