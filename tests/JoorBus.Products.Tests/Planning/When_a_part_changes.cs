using JoorBus.Contracts.Products;
using JoorBus.Joor;
using JoorBus.Products.Planning;
using JoorBus.Products.Setting;

namespace JoorBus.Products.Tests.Planning;

/// <summary>Only what differs makes a call.</summary>
public sealed class When_a_part_changes
{
    public static TheoryData<string, string> Changes => new()
    {
        { "name", "UpdateProduct" },
        { "upc", "UpdateSkus" },
        { "price", "UpdatePrices" },
        { "price type", "CreatePrices" },
        { "size", "CreateSkus,CreatePrices" },
        { "picture", "AddAssets" },
        { "linesheet", "CreateSeason,CreateCollection,UpdateCollection" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Should_make_the_fewest_calls_of_v4(string change, string calls)
    {
        var known = Plans.Taken(Plans.Input(Plans.Tee, JoorApiVersion.V4));

        var plan = ProductPlanner.Plan(Plans.Input(Changed(change), JoorApiVersion.V4, known));

        string.Join(',', plan.Calls.Select(call => call.GetType().Name)).ShouldBe(calls);
        plan.Refusals.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("name", "PutStyle")]
    [InlineData("upc", "PutStyle")]
    [InlineData("price", "PutStyle")]
    [InlineData("size", "PutStyle")]
    [InlineData("linesheet", "PutStyle")]
    [InlineData("picture", "PutImage")]
    public void Should_make_one_call_of_v2(string change, string call)
    {
        var known = Plans.Taken(Plans.Input(Plans.Tee));

        var plan = ProductPlanner.Plan(Plans.Input(Changed(change), JoorApiVersion.V2, known));

        plan.Calls.ShouldHaveSingleItem().GetType().Name.ShouldBe(call);
    }

    [Fact]
    public void Should_say_which_fields_differ()
    {
        var known = Plans.Taken(Plans.Input(Plans.Tee));

        var put = ProductPlanner.Plan(Plans.Input(Plans.Tee with { Name = "Shirt", CountryOfOrigin = "PT" }, JoorApiVersion.V2, known)).Calls.OfType<PutStyle>().Single();

        put.Changes.ShouldBe(["name", "country of origin"], ignoreOrder: true);
        put.IsNew.ShouldBeFalse();
    }

    [Fact]
    public void Should_plan_nothing_for_the_same_amount_in_other_words()
    {
        var known = Plans.Taken(Plans.Input(Plans.Tee));

        ProductPlanner.Plan(Plans.Input(Plans.Tee with { Prices = [Plans.Tee.Prices[0] with { Wholesale = 10.000m }] }, JoorApiVersion.V2, known)).Calls.ShouldBeEmpty();
    }

    [Fact]
    public void Should_send_every_colour_in_every_size_when_one_comes()
    {
        var known = Plans.Taken(Plans.Input(Plans.Tee, JoorApiVersion.V4));

        var create = ProductPlanner.Plan(Plans.Input(Changed("size"), JoorApiVersion.V4, known)).Calls.OfType<CreateSkus>().Single();

        create.Skus.Count.ShouldBe(2 * 3);
    }

    [Fact]
    public void Should_keep_a_colour_that_is_no_longer_named()
    {
        var known = Plans.Taken(Plans.Input(Plans.Tee));

        var put = ProductPlanner.Plan(Plans.Input(Plans.Tee with { Name = "Shirt", Colors = [Plans.Tee.Colors[0]] }, JoorApiVersion.V2, known)).Calls.OfType<PutStyle>().Single();

        put.Style.Colors.Select(color => color.Code).ShouldBe(["001", "002"]);
    }

    [Fact]
    public void Should_send_only_the_chosen_price_types()
    {
        var both = Plans.Tee with { Prices = [.. Plans.Tee.Prices, new() { Currency = "USD", Label = "Wholesale", Wholesale = 12m }] };
        var input = Plans.Input(both) with { Settings = Plans.Settings with { PriceTypes = [new PriceTypeName("USD", "Wholesale")] } };

        var put = ProductPlanner.Plan(input).Calls.OfType<PutStyle>().Single();

        put.Style.Prices.ShouldHaveSingleItem().Currency.ShouldBe("USD");
    }

    [Fact]
    public void Should_leave_alone_other_products_of_a_collection()
    {
        var known = Plans.Taken(Plans.Input(Plans.Tee, JoorApiVersion.V4));
        var facts = Plans.Facts with
        {
            Collections = [new JoorCollection { Id = "9", ExternalId = "F1", Name = "Fall", Items = [new JoorCollectionItem { ProductId = "other", OrderNumber = 1, SkuIds = ["k"] }] }],
        };
        var update = ProductPlanner.Plan(Plans.Input(Changed("linesheet"), JoorApiVersion.V4, known) with { Facts = facts }).Calls.OfType<UpdateCollection>().Single();

        var body = CollectionBodies.Of("F1", [(update, known)], facts).ShouldNotBeNull();

        body.Items!.Select(item => item.ProductId).ShouldBe(["other", known.JoorId]);
        body.Items![0].SkuIds.ShouldBe(["k"]);
    }

    private static Product Changed(string what) => what switch
    {
        "name" => Plans.Tee with { Name = "Shirt" },
        "upc" => Plans.Tee with { Skus = [Plans.Tee.Skus[0] with { Upc = "4002" }] },
        "price" => Plans.Tee with { Prices = [Plans.Tee.Prices[0] with { Wholesale = 11m }] },
        "price type" => Plans.Tee with { Prices = [.. Plans.Tee.Prices, new() { Currency = "USD", Label = "Wholesale", Wholesale = 12m }] },
        "size" => Plans.Tee with { Sizes = [.. Plans.Tee.Sizes, new() { Name = "L" }] },
        "picture" => Plans.Tee with { Images = [new() { Url = new Uri("https://cdn.example/front.jpg") }] },
        "linesheet" => Plans.Tee with { Deliveries = [new() { Code = "F1", Name = "Fall", SeasonCode = "F27", SeasonYear = 2027 }] },
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "unknown"),
    };
}
