using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace JoorBus.Simulators.Tests.Joor.V2;

public sealed class When_pictures_are_sent
{
    private const string Large = "https://pictures.example/large.jpg";
    private const string Path = "/style-number/RMC-1010/RMC-1010/image/";

    [Fact]
    public async Task Should_be_kept_under_a_name_of_JOORs_and_be_deleted_by_it()
    {
        await using var joor = await Joor.Start();

        using var answer = await joor.Upload($"{Path}?filename=front.jpg&display_order=1", [1, 2, 3], "image/jpeg");
        var name = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("style_image_created").GetProperty("image").GetProperty("filename").GetString()!;

        name.ShouldMatch("^front_[0-9a-f]+.jpg$");
        joor.Account.Styles.Single().Images.Single().Bytes.ShouldBe(3);
        var deleted = await joor.Write(HttpMethod.Delete, $"{Path}?filename={name}", "");
        Guid.Parse(deleted.GetProperty("style_image_deleted").GetProperty("response").GetString()!).ShouldNotBe(Guid.Empty);
        joor.Account.Styles.Single().Images.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_be_fetched_from_an_address_and_overwrite_the_colours_own()
    {
        await using var joor = await Joor.Start();
        const string swatch = Path + "?filename=ivory.png&display_order=1&swatch=true&color_code=IVO&url=https%3A%2F%2Fpictures.example%2Fivory.png";

        await joor.Write(HttpMethod.Post, swatch, "");
        await joor.Write(HttpMethod.Post, swatch, "");

        var image = joor.Account.Styles.Single().Images.Single();
        (image.IsSwatch, image.ColorCode, image.Url).ShouldBe((true, "IVO", "https://pictures.example/ivory.png"));
        await joor.Write(HttpMethod.Delete, $"{Path}?filename={image.FileName}", "", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Should_be_refused_above_four_megabytes()
    {
        await using var joor = await Joor.Start(new() { Pictures = new Dictionary<string, long> { [Large] = 4_194_305 } });

        using var sent = await joor.Upload($"{Path}?filename=a.jpg&display_order=1", new byte[4_194_305], "image/jpeg");
        var fetched = await joor.Write(HttpMethod.Post, $"{Path}?filename=a.jpg&display_order=1&url={Uri.EscapeDataString(Large)}", "", HttpStatusCode.BadRequest);

        sent.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        fetched.ToString().ShouldContain("4 MB");
    }

    [Theory]
    [InlineData("?filename=a.gif&display_order=1", "image/jpeg", "JPEG")]
    [InlineData("?display_order=1", "image/jpeg", "filename")]
    [InlineData("?filename=a.jpg", "image/jpeg", "display_order")]
    [InlineData("?filename=a.jpg&display_order=1", "application/json", "image/jpeg")]
    [InlineData("?filename=a.jpg&display_order=1&swatch=1", "image/jpeg", "color_code")]
    [InlineData("?filename=a.jpg&display_order=1&color_code=X", "image/jpeg", "color")]
    public async Task Should_be_refused_with_what_is_missing(string query, string contentType, string word)
    {
        await using var joor = await Joor.Start();

        using var answer = await joor.Upload($"{Path}{query}", [1], contentType);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(word);
    }
}
