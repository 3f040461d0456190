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

    [Fact]
    public void Should_still_send_the_rest_of_the_style()
    {
        var plan = ProductPlanner.Plan(Input(JoorApiVersion.V2, new Removal { ColorCode = "002" }) with { Wanted = Plans.Tee with { Name = "Shirt" } });

        plan.Held.ShouldHaveSingleItem();
        plan.Calls.ShouldHaveSingleItem().ShouldBeOfType<PutStyle>().Style.Colors.Select(color => color.Code).ShouldContain("002");
    }

    private static PlanInput Input(JoorApiVersion api, Removal removal) =>
        Plans.Input(Plans.Tee, api, Plans.Taken(Plans.Input(Plans.Tee, api))) with { Removals = [removal] };
}
