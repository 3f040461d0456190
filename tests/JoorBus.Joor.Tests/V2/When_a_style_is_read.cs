using JoorBus.Contracts;
using JoorBus.Contracts.Orders;
using Shouldly;
using Xunit;

namespace JoorBus.Joor.Tests;

/// <summary>What is written comes back, from either format.</summary>
public sealed class When_a_style_is_read
{
    private const string Answer =
        """{"styles":{"response":{"code":0},"style":[{"style_id":12,"style_name":"Tee","style_number":"T-1","style_identifier":"T1","made_to_order":true,"division":"Women","division_code":"WMN","fabrication":"Jersey","silhouette_code":"L","style_country_origin":"PT","measurements":"70 cm","minimum":"6","deliveries":[{"delivery_name":"Fall","delivery_code":"F1","style_display_order":4,"season_name":"Fall 26","season_year":2026,"season_code":"F26","date_delivery_start":"2026-08-01","date_delivery_end":"2026-09-01","public":false,"color_exclusions":[{"color_name":"Blue","color_code":"043"}]}],"style_tags":[{"style_tag_code":"W","style_tag_group":"Fit","style_tag_name":"Size run","style_tag_value":"Wide"}]}]}}""";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Should_give_every_documented_field(bool isXml)
    {
        await using var joor = await AnsweringServer.StartAsync(isXml ? XmlTwin.Of(Answer) : Answer);
        await using var gateway = joor.Gateway();

        var style = (await gateway.Client.V2.Styles.GetAsync(JoorStyleKey.ById("12"), default)).ShouldBeOfType<JoorAnswer<JoorStyle>.Accepted>().Value;

        (style.MadeToOrder, style.CountryOfOrigin, style.Measurements, style.Minimum).ShouldBe((true, "PT", "70 cm", 6));
        style.Division.ShouldBe(new Coded { Code = "WMN", Name = "Women" });
        style.Fabrication.ShouldBe(new Coded { Name = "Jersey" });
        style.Silhouette.ShouldBe(new Coded { Code = "L" });
        style.Tags.ShouldBe([new JoorStyleTag { Code = "W", Group = "Fit", Name = "Size run", Value = "Wide" }]);
        var delivery = style.Deliveries.ShouldHaveSingleItem();
        (delivery.ShipStart, delivery.ShipEnd).ShouldBe((new DateOnly(2026, 8, 1), new DateOnly(2026, 9, 1)));
        (delivery.SeasonName, delivery.SeasonYear, delivery.SeasonCode, delivery.DisplayOrder, delivery.IsPublic).ShouldBe(("Fall 26", 2026, "F26", 4, false));
        delivery.HiddenColors.ShouldBe([new JoorStyleColor { Name = "Blue", Code = "043" }]);
    }
}
