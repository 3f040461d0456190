using JoorBus.Contracts.Products;
using JoorBus.Joor;
using JoorBus.Products.Checking;
using JoorBus.Products.Planning;
using JoorBus.Products.Tests.Planning;

namespace JoorBus.Products.Tests.Checking;

/// <summary>One sentence for each fault: what, which value, what is allowed, what to do.</summary>
public sealed class When_a_style_is_checked
{
    private static readonly Uri Front = new("https://cdn.example/front.jpg");

    private static readonly (string What, Product Product, string Sentence)[] Stopping =
    [
        ("no name", Plans.Tee with { Name = " " }, "The name is missing; give 1 to 100 characters."),
        ("long number", Plans.Tee with { StyleNumber = new string('9', 46) }, "The style number '9999999999999999999999999999999999999…' has 46 characters, JOOR takes at most 45. Shorten it."),
        ("two colours", Plans.Tee with { Colors = [.. Plans.Tee.Colors, new() { Code = "001", Name = "Rosso" }] }, "Colour code 001 is given twice; give each colour its own."),
        ("two sizes", Plans.Tee with { Sizes = [.. Plans.Tee.Sizes, new() { Name = "M" }] }, "Size M is given twice; give each size once."),
        ("sizes alone", Plans.Tee with { Colors = [], Skus = [] }, "The style has sizes and no colour; JOOR needs at least one colour, such as code 000 'One colour'."),
        ("long size code", Plans.Tee with { Sizes = [new() { Name = "S", Code = new string('S', 26) }] }, "The code of size S 'SSSSSSSSSSSSSSSSSSSSSSSSSS' has 26 characters, JOOR takes at most 25. Shorten it."),
    ];

    private static readonly (string Part, Product Product, string Sentence)[] Parts =
    [
        ("description", Plans.Tee with { Description = new string('d', 501) }, "The description 'ddddddddddddddddddddddddddddddddddddd…' has 501 characters, JOOR takes at most 500. Shorten it; JOOR keeps the one it has."),
        ("order minimum", Plans.Tee with { OrderMinimum = 0 }, "The order minimum is 0, JOOR takes 1 or more; JOOR keeps the one it has."),
        ("SKU 009/S", Sku("009", "S", "1"), "SKU 009/S names colour 009, the style has 001, 002; name one of them or add the colour."),
        ("SKU 001/XL", Sku("001", "XL", "1"), "SKU 001/XL names size XL, the style has M, S; name one of them or add the size."),
        ("UPC 4001", Sku("002", "S", "4001"), "UPC 4001 is given twice, the second time for 002/S; a UPC names one colour in one size. The second goes without it."),
        ("UPC 40 02", Sku("002", "S", "40 02"), "UPC '40 02' of 002/S is not 1 to 45 characters without blanks; correct it. The SKU goes without it."),
        ("price EUR Retailers", Price("EUR", "Retailers", 10), "JOOR has no price type 'Retailers' in EUR; it has EUR Wholesale, USD Wholesale. Spell it exactly as in JOOR, add it there, or choose the price types in the settings."),
        ("price eur Wholesale", Price("eur", "Wholesale", 10), "The currency 'eur' of price Wholesale is not three capital letters such as EUR; correct it."),
        ("price USD Wholesale", Price("USD", "Wholesale", -1), "The wholesale price -1 USD of Wholesale is not from 0 to 10,000,000; correct it."),
        ("price USD Wholesale", Price("USD", "Wholesale", 10_000_001), "The wholesale price 10000001 USD of Wholesale is not from 0 to 10,000,000; correct it."),
        ("retail price USD Wholesale", Plans.Tee with { Prices = [new() { Currency = "USD", Label = "Wholesale", Wholesale = 1, Retail = 2, RetailCurrency = "EUR" }] },
            "The retail price of USD Wholesale is in EUR, JOOR's price type has USD; give it in USD or change the price type. The wholesale price goes without it."),
        ("image ftp://cdn.example/a.jpg", Image(new() { Url = new Uri("ftp://cdn.example/a.jpg") }), "The image's address ftp://cdn.example/a.jpg is no http or https address; JOOR fetches images from public addresses."),
        ("image https://cdn.example/a.gif", Image(new() { Url = new Uri("https://cdn.example/a.gif") }), "The image https://cdn.example/a.gif ends in .gif, JOOR takes .jpg, .jpeg and .png; give it as one of these."),
        ("image https://cdn.example/front.jpg", Image(new() { Url = Front, IsSwatch = true }), "The swatch https://cdn.example/front.jpg names no colour; give the code of the colour."),
        ("image https://cdn.example/front.jpg", Image(new() { Url = Front, FileName = $"{new string('a', 70)}.jpg" }), "The file name of image https://cdn.example/front.jpg has 74 characters, JOOR takes 1 to 69; give it a shorter file name."),
        ("image https://cdn.example/front.jpg", Plans.Tee with { Images = [new() { Url = new Uri("https://cdn.example/b.jpg"), ColorCode = "001" }, new() { Url = Front, ColorCode = "001" }] },
            "Colour 001 has more than one image, JOOR takes one; the first counts, leave https://cdn.example/front.jpg out or give it without colour."),
        ("delivery F1", Delivery(new() { Code = "F1", Name = "Fall", ShipStart = new DateOnly(2027, 2, 1), ShipEnd = new DateOnly(2027, 1, 1) }),
            "The delivery F1 ships from 2027-02-01 to 2027-01-01; the last day is before the first, correct them. JOOR keeps the linesheet as it is."),
        ("delivery F1", Delivery(new() { Code = "F1", Name = "Fall", SeasonYear = 27 }), "The year 27 of the delivery F1 is not from 2000 to 2100; correct it. JOOR keeps the linesheet as it is."),
        ("delivery F1", Delivery(new() { Code = "F1", Name = "Fall", HiddenColors = ["001", "002"] }),
            "The delivery F1 hides every colour of the style; show one, or drop the style from it (isDropped). JOOR keeps the linesheet as it is."),
    ];

    public static TheoryData<int> NumbersOfStopping => [.. Enumerable.Range(0, Stopping.Length)];

    public static TheoryData<int> NumbersOfParts => [.. Enumerable.Range(0, Parts.Length)];

    [Theory]
    [MemberData(nameof(NumbersOfStopping))]
    public void Should_stop_the_style(int number)
    {
        var plan = ProductPlanner.Plan(Plans.Input(Stopping[number].Product));

        plan.Refusals.ShouldContain(fault => fault.StopsStyle && fault.Part == "style" && fault.Sentence == Stopping[number].Sentence, string.Join('\n', plan.Refusals));
        plan.Calls.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(NumbersOfParts))]
    public void Should_leave_a_part_out_and_send_the_rest(int number)
    {
        var plan = ProductPlanner.Plan(Plans.Input(Parts[number].Product));

        var fault = plan.Refusals.ShouldHaveSingleItem();
        (fault.Part, fault.Sentence, fault.StopsStyle).ShouldBe((Parts[number].Part, Parts[number].Sentence, false));
        plan.Calls.OfType<PutStyle>().ShouldHaveSingleItem().Style.Name.ShouldBe("Tee");
    }

    [Fact]
    public void Should_find_nothing_in_a_sound_style()
    {
        Plans.Faults(Plans.Tee).ShouldBeEmpty();
        Plans.Faults(Plans.Tee, JoorApiVersion.V4).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("image/webp", 1000, null, JoorApiVersion.V2, "The image https://cdn.example/front.jpg is image/webp, JOOR takes image/jpeg and image/png; give it as one of these.")]
    [InlineData("image/jpeg", 20 << 20, null, JoorApiVersion.V2, "The image https://cdn.example/front.jpg has 20,971,520 bytes, JOOR takes at most 4,194,304 (4 MB); make it smaller.")]
    [InlineData("image/jpeg", 20 << 20, null, JoorApiVersion.V4, "The image https://cdn.example/front.jpg has 20,971,520 bytes, JOOR takes at most 10,485,760 (10 MB); make it smaller.")]
    [InlineData(null, null, "answered 404", JoorApiVersion.V2, "The image https://cdn.example/front.jpg could not be read: it answered 404; make it readable for everyone.")]
    public void Should_judge_an_image_by_what_its_address_tells(string? type, int? length, string? trouble, JoorApiVersion api, string sentence)
    {
        var product = Image(new() { Url = Front });
        var input = Plans.Input(product, api) with { Images = new Dictionary<Uri, ImageFacts> { [Front] = new() { MediaType = type, Length = length, Trouble = trouble } } };

        var plan = ProductPlanner.Plan(input);

        plan.Refusals.ShouldHaveSingleItem().Sentence.ShouldBe(sentence);
        plan.Calls.ShouldNotContain(call => call is PutImage || call is AddAssets);
        plan.Calls.ShouldNotBeEmpty();
    }

    [Fact]
    public void Should_keep_the_image_JOOR_has_when_its_successor_cannot_go()
    {
        var known = Plans.Taken(Plans.Input(Image(new() { Url = Front, Version = "1" })));
        var input = Plans.Input(Image(new() { Url = Front, Version = "2" }), JoorApiVersion.V2, known) with { Images = new Dictionary<Uri, ImageFacts> { [Front] = new() { Length = 20 << 20 } } };

        ProductPlanner.Plan(input).Calls.ShouldBeEmpty();
    }

    [Fact]
    public void Should_keep_the_linesheet_JOOR_has_when_its_dates_are_wrong()
    {
        var sound = new ProductDelivery { Code = "F1", Name = "Fall", ShipStart = new DateOnly(2027, 1, 1), ShipEnd = new DateOnly(2027, 2, 1) };
        var wrong = sound with { ShipEnd = new DateOnly(2026, 2, 1) };
        foreach (var api in new[] { JoorApiVersion.V2, JoorApiVersion.V4 })
        {
            var known = Plans.Taken(Plans.Input(Delivery(sound), api));

            ProductPlanner.Plan(Plans.Input(Delivery(wrong), api, known)).Calls.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Should_name_unknown_categories_traits_and_tags()
    {
        var product = Plans.Tee with { Categories = ["Shirts"], Tags = [new() { Name = "Fit" }], CountryOfOrigin = "PT" };
        var facts = Plans.Facts with { Categories = [new JoorCategory { Id = "5", Name = "Tops" }], Tags = ["Season"], Traits = [new JoorTrait { Id = "x", Name = "Division", Type = "product" }] };

        var plan = ProductPlanner.Plan(Plans.Input(product, JoorApiVersion.V4) with { Facts = facts });

        plan.Refusals.Select(fault => fault.Sentence).ShouldBe(
        [
            "JOOR has no category 'Shirts', or more than one of this name; it has Tops. Name one of them, or give its id.",
            "JOOR has no tag 'Fit'; it has Season. Name one of them, or make it in JOOR first.",
            "JOOR has no trait 'Country of Origin'; it has Division. Have it switched on in JOOR, or leave it out.",
        ]);
        plan.Calls[0].ShouldBeOfType<CreateProduct>().Product.CategoryIds.ShouldBeEmpty();
    }

    private static Product Sku(string color, string size, string upc) => Plans.Tee with { Skus = [.. Plans.Tee.Skus, new() { ColorCode = color, Size = size, Upc = upc }] };

    private static Product Price(string currency, string label, decimal wholesale) => Plans.Tee with { Prices = [new() { Currency = currency, Label = label, Wholesale = wholesale }] };

    private static Product Image(ProductImage image) => Plans.Tee with { Images = [image] };

    private static Product Delivery(ProductDelivery delivery) => Plans.Tee with { Deliveries = [delivery] };
}
