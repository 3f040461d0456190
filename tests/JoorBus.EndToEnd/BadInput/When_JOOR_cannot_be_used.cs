using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using JoorBus.EndToEnd.World;
using JoorBus.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace JoorBus.EndToEnd.BadInput;

public sealed class When_JOOR_cannot_be_used
{
    [Fact]
    public Task Should_name_the_token_that_is_wrong() =>
        FailsAsync(brand => (brand.Joor.BaseUrl, "wrong-token"), "JOOR refused the token", "Check the connection's Token");

    [Fact]
    public Task Should_name_the_host_that_is_unknown() =>
        FailsAsync(_ => (new Uri("https://joor.invalid/v2"), Brand.Token), "https://joor.invalid/v2", "the host's name is not known", "check the connection's BaseUrl");

    [Fact]
    public Task Should_name_a_host_that_does_not_speak_TLS() =>
        FailsAsync(brand => (new Uri($"https://127.0.0.1:{brand.Joor.BaseUrl.Port}/v2"), Brand.Token), "TLS could not be agreed", "check that BaseUrl is an https address");

    [Fact]
    public async Task Should_name_a_certificate_that_is_not_trusted()
    {
        await using var stranger = await StartWithOwnCertificateAsync();
        var url = new Uri($"{stranger.Urls.First()}/v2");
        await FailsAsync(_ => (url, Brand.Token), "its TLS certificate is not trusted", "trust it for this connection only: joorbus connections set broken --trust-certificate FILE");
    }

    private static async Task FailsAsync(Func<Brand, (Uri BaseUrl, string Token)> wrong, params string[] sentence)
    {
        await using var brand = await Brand.OpenAsync();
        var (baseUrl, token) = wrong(brand);
        brand.Settings = brand.Settings with { Connections = [.. brand.Settings.Connections, Brand.ConnectionTo(baseUrl, "broken", token)] };
        var host = await brand.StartHostAsync();
        await brand.StartWarehouseAsync();

        brand.Joor.Orders.AddApproved(5);

        await brand.AgreeAsync();
        await Eventually.BecomesTrueAsync(() => host.Log.Has(["orders.poll of broken failed", .. sentence]), "the log says so");
        // The end of a round is stored after its orders are marked.
        var check = await Eventually.ReadsAsync(
            () => CheckAsync(brand, baseUrl, token), verb => verb.Output.Contains("polling 'acme'", StringComparison.Ordinal), "a round of acme has ended");
        check.Code.ShouldBe(1);
        var lines = check.Output.Split('\n');
        foreach (var what in new[] { "JOOR 'broken'", "polling 'broken'" })
        {
            var line = lines.Single(line => line.Contains(what, StringComparison.Ordinal));
            line.ShouldContain("failed");
            foreach (var part in sentence)
            {
                line.ShouldContain(part);
            }
        }

        lines.Single(line => line.Contains("JOOR 'acme'", StringComparison.Ordinal)).ShouldContain("ok");
        lines.Single(line => line.Contains("polling 'acme'", StringComparison.Ordinal)).ShouldContain("ok");
        string.Concat(host.Log.All, check.Output).ShouldNotContain("wrong-token");
    }

    private static Task<Verb> CheckAsync(Brand brand, Uri baseUrl, string token) => Verb.RunAsync(
        "check",
        "--set",
        $"Postgres={brand.Database}",
        $"RabbitMq={brand.Broker}",
        "Http__Urls=http://127.0.0.1:0",
        $"Connections__0__Name={Brand.Connection}",
        $"Connections__0__Token={Brand.Token}",
        $"Connections__0__BaseUrl={brand.Joor.BaseUrl}",
        "Connections__1__Name=broken",
        $"Connections__1__Token={token}",
        $"Connections__1__BaseUrl={baseUrl}");

    private static async Task<WebApplication> StartWithOwnCertificateAsync()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var today = TimeProvider.System.GetUtcNow();
        var certificate = request.CreateSelfSigned(today.AddDays(-1), today.AddDays(1));
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        var app = builder.Build();
        await app.StartAsync();
        return app;
    }
}
