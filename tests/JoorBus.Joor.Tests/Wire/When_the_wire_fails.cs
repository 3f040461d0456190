using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Shouldly;
using Xunit;

namespace JoorBus.Joor.Tests;

public sealed class When_the_wire_fails
{
    [Fact]
    public async Task Should_call_a_cut_off_answer_unknown()
    {
        await using var joor = new JoorStandIn(Answers.CutOff("""{"orders":[""", promised: 500));
        await using var gateway = new Gateway(joor.Url);

        var answer = await gateway.ReadAsync(mark: true);

        answer.ShouldBeOfType<JoorAnswer<JoorOrderPage>.OutcomeUnknown>();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_send_a_marking_read_once_only_when_the_connection_goes(bool reset)
    {
        await using var joor = new JoorStandIn(reset ? Answers.Reset() : Answers.Closed(), Answers.Json(Answers.NoOrders));
        await using var gateway = new Gateway(joor.Url);

        var answer = await gateway.ReadAsync(mark: true);

        answer.ShouldBeOfType<JoorAnswer<JoorOrderPage>.OutcomeUnknown>();
        joor.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_not_resend_a_marking_read_when_a_kept_connection_goes()
    {
        await using var joor = new JoorStandIn(Answers.JsonThenClosed(Answers.NoOrders), Answers.Json(Answers.NoOrders));
        await using var gateway = new Gateway(joor.Url);

        await gateway.ReadAsync(mark: true);
        var second = await gateway.ReadAsync(mark: true);

        second.ShouldBeOfType<JoorAnswer<JoorOrderPage>.OutcomeUnknown>();
        joor.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_repeat_a_plain_read_and_pay_for_each_attempt()
    {
        await using var joor = new JoorStandIn(Answers.Reset(), Answers.Status(502), Answers.Json(Answers.NoOrders));
        await using var gateway = new Gateway(joor.Url);

        var answer = (await gateway.ReadAsync()).ShouldBeOfType<JoorAnswer<JoorOrderPage>.Accepted>();

        answer.CreditsLeft.ShouldBe(297);
        joor.Requests.Count.ShouldBe(3);
        gateway.Log.Lines.ShouldHaveSingleItem().ShouldContain("after 3 attempt(s), 3 credits spent");
    }

    [Fact]
    public async Task Should_give_up_after_two_repeats()
    {
        await using var joor = new JoorStandIn(Answers.Status(500, """{"response":{"code":1,"comment":"database away","log_id":"log-7"}}"""));
        await using var gateway = new Gateway(joor.Url);

        var answer = (await gateway.ReadAsync()).ShouldBeOfType<JoorAnswer<JoorOrderPage>.Failed>();

        answer.Status.ShouldBe(500);
        answer.Reason.ShouldBe("database away");
        answer.LogId.ShouldBe("log-7");
        joor.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Should_stop_waiting_after_the_time_out()
    {
        await using var joor = new JoorStandIn(Answers.Silent());
        await using var gateway = new Gateway(joor.Url);

        var reading = gateway.ReadAsync();
        await joor.ReceivedAsync();
        gateway.Clock.Advance(TimeSpan.FromSeconds(30));
        var answer = (await reading).ShouldBeOfType<JoorAnswer<JoorOrderPage>.OutcomeUnknown>();

        answer.Reason.ShouldBe("no whole answer within 30 s (RequestTimeout)");
        joor.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_throw_only_when_the_caller_cancels()
    {
        await using var joor = new JoorStandIn(Answers.Silent());
        await using var gateway = new Gateway(joor.Url);
        using var cancel = new CancellationTokenSource();

        var reading = gateway.Reader.TestAsync(cancel.Token);
        await joor.ReceivedAsync();
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(reading);
    }

    [Fact]
    public async Task Should_know_that_a_refused_connection_sent_nothing()
    {
        var joor = new JoorStandIn(Answers.Closed());
        var url = joor.Url;
        await joor.DisposeAsync();
        await using var gateway = new Gateway(url);

        var answer = (await gateway.ReadAsync()).ShouldBeOfType<JoorAnswer<JoorOrderPage>.Unreachable>();

        answer.Reason.ShouldContain("check the connection's BaseUrl, the network and firewalls");
    }

    [Fact]
    public async Task Should_name_an_unknown_host()
    {
        await using var gateway = new Gateway("https://joor.invalid/v2");

        var answer = (await gateway.ReadAsync()).ShouldBeOfType<JoorAnswer<JoorOrderPage>.Unreachable>();

        answer.Explain().ShouldContain("GET https://joor.invalid/v2/order/ of connection 'acme': not sent");
        answer.Reason.ShouldContain("DNS");
    }

    [Fact]
    public async Task Should_say_what_to_do_about_an_untrusted_certificate()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2090, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var joor = new JoorStandIn(certificate, Answers.Json(Answers.NoOrders));
        await using var gateway = new Gateway(joor.Url);

        var answer = (await gateway.ReadAsync()).ShouldBeOfType<JoorAnswer<JoorOrderPage>.Unreachable>();

        answer.Obstacle.ShouldBe(JoorObstacle.Certificate);
        answer.Reason.ShouldStartWith($"its TLS certificate is not trusted: 'CN=localhost' issued by 'CN=localhost', valid until 2090-01-01, SHA-256 {certificate.GetCertHashString(HashAlgorithmName.SHA256)[..16]}…");
        answer.Reason.ShouldContain("joorbus connections set acme --trust-certificate FILE");
        joor.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_say_that_a_plain_port_speaks_no_TLS()
    {
        await using var joor = new JoorStandIn(Answers.Closed());
        await using var gateway = new Gateway(joor.Url.Replace("http:", "https:", StringComparison.Ordinal));

        var answer = await gateway.ReadAsync();

        answer.Explain().ShouldContain("TLS");
    }
}
