using System.Net;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using JoorBus.Simulators.Joor;

namespace JoorBus.Simulators.Tests.Joor;

public sealed class When_the_server_has_a_certificate
{
    [Fact]
    public async Task Should_be_reached_by_who_trusts_it_and_by_nobody_else()
    {
        using var certificate = SelfSigned();
        await using var simulator = await JoorSimulator.StartAsync(new() { Certificate = certificate });
        using var trusting = new HttpClient(new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, shown, _, _) => shown?.Thumbprint == certificate.Thumbprint });
        using var stranger = new HttpClient();

        simulator.BaseUrl.Scheme.ShouldBe("https");
        using var answer = await trusting.GetAsync($"{simulator.BaseUrl}/order");
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var refused = await Should.ThrowAsync<HttpRequestException>(() => stranger.GetAsync($"{simulator.BaseUrl}/order"));
        refused.InnerException.ShouldBeOfType<AuthenticationException>();
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(120));
    }
}
