using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Shouldly;
using Xunit;

namespace JoorBus.Joor.Tests;

public sealed class When_the_machine_does_not_trust_the_host : IDisposable
{
    private readonly TestAuthority _authority = new("Own CA");

    [Fact]
    public async Task Should_say_which_certificate_and_how_to_trust_it()
    {
        using var certificate = _authority.Issue("localhost");
        await using var joor = new JoorStandIn(certificate, Answers.Json(Answers.NoOrders));
        await using var gateway = new Gateway(joor.Url, options => (options.Name, options.Key) = ("two words", "acme"));

        var answer = (await gateway.SendAsync()).ShouldBeOfType<JoorAnswer<string>.Unreachable>();

        answer.Obstacle.ShouldBe(JoorObstacle.Certificate);
        answer.Reason.ShouldBe(
            $"its TLS certificate is not trusted: 'CN=localhost' issued by 'CN=Own CA', valid until 2089-12-31, SHA-256 {Short(certificate)}… comes from an authority that this machine does not know; " +
            "if that is JOOR's or your own proxy's, trust it for this connection only: joorbus connections set \"two words\" --trust-certificate FILE (its PEM, or its authority's; for one from configuration its TRUSTEDCERTIFICATEFILE)");
        gateway.Limits.Ends.ShouldHaveSingleItem().IsNeverSent.ShouldBeTrue();
        answer.CreditsSpent.ShouldBe(0);
        joor.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_trust_the_authority_given_for_the_connection()
    {
        using var certificate = _authority.Issue("localhost");
        await using var joor = new JoorStandIn(certificate, Answers.Json(Answers.NoOrders));
        await using var gateway = new Gateway(joor.Url, options => options.TrustedCertificate = _authority.Pem);

        (await gateway.SendAsync()).ShouldBeOfType<JoorAnswer<string>.Accepted>();
    }

    [Fact]
    public async Task Should_trust_the_servers_own_certificate_given_for_the_connection()
    {
        using var certificate = TestAuthority.SelfSigned("localhost");
        await using var joor = new JoorStandIn(certificate, Answers.Json(Answers.NoOrders));
        await using var gateway = new Gateway(joor.Url, options => options.TrustedCertificate = certificate.ExportCertificatePem());

        (await gateway.SendAsync()).ShouldBeOfType<JoorAnswer<string>.Accepted>();
    }

    [Fact]
    public async Task Should_trust_an_issued_certificate_that_is_pinned()
    {
        using var certificate = _authority.Issue("localhost");
        await using var joor = new JoorStandIn(certificate, Answers.Json(Answers.NoOrders));
        await using var gateway = new Gateway(joor.Url, options => options.TrustedCertificate = certificate.ExportCertificatePem());

        (await gateway.SendAsync()).ShouldBeOfType<JoorAnswer<string>.Accepted>();
    }

    [Fact]
    public async Task Should_not_trust_another_certificate_of_the_same_names()
    {
        using var other = new TestAuthority("Own CA");
        using var certificate = _authority.Issue("localhost");
        await using var joor = new JoorStandIn(certificate, Answers.Json(Answers.NoOrders));
        await using var gateway = new Gateway(joor.Url, options => options.TrustedCertificate = other.Pem);

        (await gateway.SendAsync()).ShouldBeOfType<JoorAnswer<string>.Unreachable>().Obstacle.ShouldBe(JoorObstacle.Certificate);
    }

    [Fact]
    public async Task Should_still_check_the_hosts_name()
    {
        using var certificate = _authority.Issue("api.example.com");
        await using var joor = new JoorStandIn(certificate, Answers.Json(Answers.NoOrders));
        await using var gateway = new Gateway(joor.Url, options => options.TrustedCertificate = _authority.Pem);

        var answer = (await gateway.SendAsync()).ShouldBeOfType<JoorAnswer<string>.Unreachable>();

        answer.Reason.ShouldContain("is not for host 'localhost'; trusting it would not help, check BaseUrl");
    }

    [Fact]
    public async Task Should_still_refuse_a_certificate_that_has_ended()
    {
        using var certificate = _authority.Issue("localhost", new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var joor = new JoorStandIn(certificate, Answers.Json(Answers.NoOrders));
        await using var gateway = new Gateway(joor.Url, options => options.TrustedCertificate = _authority.Pem);

        var answer = (await gateway.SendAsync()).ShouldBeOfType<JoorAnswer<string>.Unreachable>();

        answer.Reason.ShouldContain("valid until 2021-01-01");
        answer.Reason.ShouldContain("is not valid today");
    }

    [Fact]
    public async Task Should_use_a_changed_certificate_at_once()
    {
        using var certificate = _authority.Issue("localhost");
        await using var joor = new JoorStandIn(certificate, Answers.Json(Answers.NoOrders));
        await using var gateway = new Gateway(joor.Url);
        (await gateway.SendAsync()).ShouldBeOfType<JoorAnswer<string>.Unreachable>();

        gateway.Connections.Stored = new JoorConnectionOptions { Name = "acme", Token = Gateway.Token, BaseUrl = joor.Url, Revision = 1, TrustedCertificate = _authority.Pem };
        gateway.Limits.Script.Enqueue(new JoorPermitAnswer.Outdated());

        (await gateway.SendAsync()).ShouldBeOfType<JoorAnswer<string>.Accepted>();
    }

    public void Dispose() => _authority.Dispose();

    private static string Short(X509Certificate2 certificate) => certificate.GetCertHashString(HashAlgorithmName.SHA256)[..16];
}
