using System.Text.Json;
using JoorBus.Contracts;
using JoorBus.Contracts.Products;
using JoorBus.Joor;
using JoorBus.Products.Planning;
using JoorBus.Products.Pushing;
using JoorBus.Products.Storing;
using JoorBus.Products.Tests.Planning;

namespace JoorBus.Products.Tests.Pushing;

public sealed class When_a_plan_says_more_than_calls
{
    private static readonly ProductImage Front = new() { Url = new Uri("https://cdn.example/front.jpg"), Version = "1" };
    private static readonly Product Pictured = Plans.Tee with { Images = [Front] };

    [Fact]
    public void Should_know_by_itself_which_picture_is_which()
    {
        var known = WithImages(Plans.Taken(Plans.Input(Plans.Tee)), new KnownImage { StoredName = "front_x9.jpg", DisplayOrder = 1 });

        var style = Push(Pictured, known);

        style.Left.ShouldBe(0);
        style.Known.Style!.Images.ShouldHaveSingleItem().Url.ShouldBe(Front.Url);
    }

    [Fact]
    public void Should_have_JOOR_read_when_the_plan_needs_it()
    {
        var style = Push(Plans.Tee, WithImages(Plans.Taken(Plans.Input(Pictured)), Unnamed));
        (style.Left, style.NeedsReading).ShouldBe((0, true));

        style.Adopt(style.Known.Adopt(style.Known.Style!.Content with { Images = [new JoorStyleImage { FileName = "front_x9.jpg", DisplayOrder = 1 }] }));

        (style.Left, style.NeedsReading).ShouldBe((1, false));
        style.Next.ShouldBe(new DeleteImage("T-1", "T-1", "front_x9.jpg"));
    }

    [Fact]
    public void Should_say_so_instead_of_reading_for_ever_when_JOOR_does_not_tell()
    {
        var style = Push(Plans.Tee, WithImages(Plans.Taken(Plans.Input(Pictured)), Unnamed));

        style.Adopt(style.Known with { MustBeRead = false });

        style.MustBeRead.ShouldBeFalse();
        style.Gap.ShouldNotBeNull().ShouldContain("Delete it in JOOR.");
    }

    [Fact]
    public void Should_count_a_linesheet_as_its_own_before_and_after_a_call_that_may_have_been_taken()
    {
        var listed = Plans.Tee with { Deliveries = [new ProductDelivery { Code = "SPR-1", Name = "Spring" }] };
        var style = Push(listed, Plans.Taken(Plans.Input(Plans.Tee)));

        style.Intend().ShouldBeTrue();
        style.Known.OwnLinesheets.ShouldBe(["SPR-1"]);
        style.Intend().ShouldBeFalse();

        style.Take(new CallFate.Unknown("no answer"));
        (style.Known.MustBeRead, style.MustBeRead).ShouldBe((true, true));
        style.Known.OwnLinesheets.ShouldBe(["SPR-1"]);
    }

    private static KnownImage Unnamed { get; } = new() { FileName = "front.jpg", Url = Front.Url, Version = "1", DisplayOrder = 1 };

    private static KnownProduct WithImages(KnownProduct known, params KnownImage[] images) => known with { Style = known.Style! with { Images = images } };

    private static PushStyle Push(Product wanted, KnownProduct known) => new(
        new DirtyProduct("T-1", "T-1", 1, false, -1, 0, null),
        new ProductWish(1, JsonSerializer.Serialize(wanted, ContractsJson.Default.Product), []),
        Plans.Input(wanted),
        new KnownProductDocument { Id = ProductIds.Product("paris", "T-1"), Connection = "paris", Style = "T-1", Known = known, Version = 1 });
}
