using System.Text.Json;
using JoorBus.Joor;
using JoorBus.Products.Planning;

namespace JoorBus.Products.Tests.Planning;

/// <summary>Removals wait for a person, who is told what they do.</summary>
public sealed class When_something_shall_go
{
    [Theory]
    [InlineData("002", null, "Removing colour 002 of style T-1 waits for a person. JOOR deletes it and cancels it on notes, pending orders and approved orders that are not yet exported. 3 open orders with 1,200 units of it are known here. Release it to go on, or send the style anew to keep it.")]
    [InlineData(null, "M", "Removing size M of style T-1 waits for a person. JOOR deletes it and cancels it on notes, pending orders and approved orders that are not yet exported. 3 open orders with 1,200 units of it are known here. Release it to go on, or send the style anew to keep it.")]
    [InlineData(null, null, "Removing style T-1 waits for a person. JOOR deletes it and cancels it on notes, pending orders and approved orders that are not yet exported. 3 open orders with 1,200 units of it are known here. Release it to go on, or send the style anew to keep it.")]
    public void Should_hold_it_and_say_its_effect(string? color, string? size, string sentence)
    {
        var plan = ProductPlanner.Plan(Input(JoorApiVersion.V2, new Removal { ColorCode = color, Size = size, OpenOrders = 3, OpenUnits = 1200 }));

        plan.Held.ShouldHaveSingleItem().Sentence.ShouldBe(sentence);
        plan.Calls.ShouldBeEmpty();
    }

    [Fact]
    public void Should_say_that_v4_deletes_no_product()
    {
        var plan = ProductPlanner.Plan(Input(JoorApiVersion.V4, new Removal()));

        plan.Held.ShouldHaveSingleItem().Sentence.ShouldBe(
            "Removing style T-1 waits for a person. JOOR's v4 deletes no product: all its SKUs become INACTIVE, which takes it out of all orders: carts, notes, pending, approved and cancelled ones. "
            + "No open order with it is known here. Release it to go on, or send the style anew to keep it.");
    }

    [Fact]
    public void Should_delete_what_a_person_released()
    {
        ProductPlanner.Plan(Input(JoorApiVersion.V2, new Removal { ColorCode = "002", IsReleased = true })).Calls
            .ShouldHaveSingleItem().ShouldBeOfType<DeleteColor>().ColorCode.ShouldBe("002");
        ProductPlanner.Plan(Input(JoorApiVersion.V2, new Removal { Size = "M", IsReleased = true })).Calls
            .ShouldHaveSingleItem().ShouldBeOfType<DeleteSize>().Size.ShouldBe("M");
        ProductPlanner.Plan(Input(JoorApiVersion.V2, new Removal { IsReleased = true })).Calls.ShouldHaveSingleItem().ShouldBeOfType<DeleteStyle>();
    }

    [Fact]
    public void Should_make_SKUs_inactive_through_v4()
    {
        var input = Input(JoorApiVersion.V4, new Removal { ColorCode = "002" }) with { Settings = Plans.Settings with { RemovesUnasked = true } };

        var update = ProductPlanner.Plan(input).Calls.ShouldHaveSingleItem().ShouldBeOfType<UpdateSkus>();

        CatalogBodies.Of(update, input.Known!).ShouldAllBe(sku => sku.TraitValues[0].ExternalId == "002" && sku.TraitValues[0].Status == JoorTraitStatus.Inactive);
        update.Skus.Count.ShouldBe(2);
    }

    [Fact]
    public void Should_neither_hold_nor_send_what_JOOR_does_not_have()
    {
        var plan = ProductPlanner.Plan(Input(JoorApiVersion.V2, new Removal { ColorCode = "009" }));

        plan.Held.ShouldBeEmpty();
        plan.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("002", null)]
    [InlineData(null, "M")]
    [InlineData(null, null)]
    public void Should_send_all_else_as_if_it_was_not_there_while_it_is_held(string? color, string? size)
    {
        var changed = Plans.Tee with { Name = "Shirt", Colors = [Plans.Tee.Colors[0], Plans.Tee.Colors[1] with { Name = "Navy" }], Prices = [Plans.Tee.Prices[0] with { Wholesale = 12m }] };
        var input = Input(JoorApiVersion.V2, new Removal { ColorCode = color, Size = size }) with { Wanted = changed };

        var plan = ProductPlanner.Plan(input);

        plan.Held.ShouldHaveSingleItem();
        Text(plan).ShouldBe(Text(ProductPlanner.Plan(input with { Removals = [] })));
        var sent = plan.Calls.ShouldHaveSingleItem().ShouldBeOfType<PutStyle>().Style;
        (sent.Name, sent.Prices[0].Wholesale).ShouldBe(("Shirt", 12m));
        sent.Colors.Select(known => (known.Code, known.Name)).ShouldBe([("001", "Red"), ("002", "Navy")]);
    }

    [Theory]
    [InlineData("002", null)]
    [InlineData(null, "M")]
    public void Should_send_all_else_through_v4_while_it_is_held(string? color, string? size)
    {
        var changed = Plans.Tee with { Prices = [Plans.Tee.Prices[0] with { Wholesale = 12m }] };
        var input = Input(JoorApiVersion.V4, new Removal { ColorCode = color, Size = size }) with { Wanted = changed };

        var plan = ProductPlanner.Plan(input);

        plan.Held.ShouldHaveSingleItem();
        plan.Calls.ShouldHaveSingleItem().ShouldBeOfType<UpdatePrices>().Prices.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData(JoorApiVersion.V2)]
    [InlineData(JoorApiVersion.V4)]
    public void Should_not_make_in_JOOR_what_shall_go_and_was_never_there(JoorApiVersion api)
    {
        ProductPlanner.Plan(Plans.Input(Plans.Tee, api) with { Removals = [new Removal()] }).Calls.ShouldBeEmpty();

        var plan = ProductPlanner.Plan(Plans.Input(Plans.Tee, api) with { Removals = [new Removal { ColorCode = "002" }] });

        plan.Held.ShouldBeEmpty();
        (plan.Calls.OfType<PutStyle>().SelectMany(put => put.Style.Colors).Select(made => made.Code!)
            .Concat(plan.Calls.OfType<CreateSkus>().SelectMany(create => create.Skus).Select(sku => sku.Key.ColorCode))).Distinct().ShouldBe(["001"]);
    }

    private static IEnumerable<string> Text(ProductPlan plan) => plan.Calls.Select(call => JsonSerializer.Serialize(call, PlanningJson.Default.ProductCall));

    private static PlanInput Input(JoorApiVersion api, Removal removal) =>
        Plans.Input(Plans.Tee, api, Plans.Taken(Plans.Input(Plans.Tee, api))) with { Removals = [removal] };
}
