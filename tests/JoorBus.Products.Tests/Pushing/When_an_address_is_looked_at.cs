using System.Net;
using JoorBus.Products.Pushing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace JoorBus.Products.Tests.Pushing;

public sealed class When_an_address_is_looked_at
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("169.254.169.254")]
    [InlineData("192.168.1.1")]
    [InlineData("::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("fd00::1")]
    public void Should_know_private_addresses(string address) => PublicAddress.IsNot(IPAddress.Parse(address)).ShouldBeTrue();

    [Theory]
    [InlineData("93.184.216.34")]
    [InlineData("2606:4700::1111")]
    public void Should_know_public_addresses(string address) => PublicAddress.IsNot(IPAddress.Parse(address)).ShouldBeFalse();

    [Fact]
    public async Task Should_not_ask_this_machine_for_a_connection_to_joor_itself()
    {
        await using var images = await ImageServer.StartAsync();
        await using var services = new ServiceCollection().AddImageClients().BuildServiceProvider();
        var look = new ImageLook(services.GetRequiredService<IHttpClientFactory>(), Options.Create(new ProductOptions()), TimeProvider.System);

        (await look.LookAsync(images.Small, mayBeLocal: false, CancellationToken.None)).Trouble.ShouldNotBeNull().ShouldContain("private network");
        (await look.LookAsync(images.Small, mayBeLocal: true, CancellationToken.None)).Length.ShouldBe(40_000);
        (await look.LookAsync(images.OnlyGet, mayBeLocal: true, CancellationToken.None)).Length.ShouldBe(20 << 20);
    }
}
