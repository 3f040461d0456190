using JoorBus.Joor;
using JoorBus.Products.Planning;

namespace JoorBus.Products.Tests.Planning;

/// <summary>What JOOR did not say is read before anything goes on.</summary>
public sealed class When_an_answer_is_lacking
{
    [Fact]
    public void Should_read_when_an_id_is_missing()
    {
        var known = KnownProduct.Nothing("T-1", "T-1").After(new CreateProduct(new JoorProduct { Name = "Tee" }), CallAnswer.Taken);

        known.MustBeRead.ShouldBeTrue();
    }

    [Fact]
    public void Should_read_when_an_element_is_not_confirmed()
    {
        var known = KnownProduct.Nothing("T-1", "T-1").After(new CreateProduct(new JoorProduct { Name = "Tee" }), CallAnswer.WithId("9"));
        var sku = new SkuContent { Key = new SkuKey("001", "S"), ColorName = "Red", SizeCode = "S" };

        known = known.After(new CreateSkus([sku]), new CallAnswer { Elements = [new ElementAnswer(ElementOutcome.Unconfirmed)] });

        known.MustBeRead.ShouldBeTrue();
        known.Catalog!.Skus.ShouldBeEmpty();
    }

    [Fact]
    public void Should_go_on_without_prices_of_a_refused_SKU()
    {
        var plan = ProductPlanner.Plan(Plans.Input(Plans.Tee, JoorApiVersion.V4));
        var create = plan.Calls.OfType<CreateSkus>().Single();
        var known = plan.Known.After(plan.Calls[0], CallAnswer.WithId("9")).After(create, new CallAnswer
        {
            Elements = [.. create.Skus.Select((_, index) => index == 0 ? new ElementAnswer(ElementOutcome.Refused) : new ElementAnswer(ElementOutcome.Accepted, $"k{index}"))],
        });

        var ready = CatalogBodies.Ready(plan.Calls.OfType<CreatePrices>().Single(), known).ShouldBeOfType<CreatePrices>();

        CatalogBodies.Of(ready, known).Select(price => price.SkuId).ShouldBe(["k1", "k2", "k3"]);
    }

    [Fact]
    public void Should_read_JOORs_name_of_an_image_before_deleting_it()
    {
        var tee = Plans.Tee with { Images = [new() { Url = new Uri("https://cdn.example/front.jpg"), Version = "1" }] };
        var plan = ProductPlanner.Plan(Plans.Input(tee));
        var known = plan.Calls.Aggregate(plan.Known, (state, call) => state.After(call, CallAnswer.Taken));

        var next = ProductPlanner.Plan(Plans.Input(Plans.Tee, JoorApiVersion.V2, known));
        var read = known.Adopt(known.Style!.Content with { Images = [new JoorStyleImage { FileName = "front_x9.jpg", DisplayOrder = 1 }] });

        next.Known.MustBeRead.ShouldBeTrue();
        next.Calls.ShouldBeEmpty();
        ProductPlanner.Plan(Plans.Input(Plans.Tee, JoorApiVersion.V2, read)).Calls.ShouldBe([new DeleteImage("T-1", "T-1", "front_x9.jpg")]);
    }

    [Fact]
    public void Should_see_what_people_changed_in_JOOR()
    {
        var known = Plans.Taken(Plans.Input(Plans.Tee));

        var same = known.Adopt(known.Style!.Content);
        var changed = known.Adopt(known.Style.Content with { Name = "Renamed by hand" });

        Adopting.HasDrifted(known, same).ShouldBeFalse();
        Adopting.HasDrifted(known, changed).ShouldBeTrue();
        ProductPlanner.Plan(Plans.Input(Plans.Tee, JoorApiVersion.V2, changed)).Calls.ShouldHaveSingleItem().ShouldBeOfType<PutStyle>().Changes.ShouldBe(["name"]);
    }
}
