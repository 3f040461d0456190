using Shouldly;
using Xunit;

namespace JoorBus.Joor.Tests;

public sealed class When_a_connection_is_checked
{
    public static TheoryData<string, Action<JoorConnectionOptions>> OneFault => new()
    {
        { "Name is ''; allowed: 1 to 64 letters a-z, digits, inner spaces, '.', '_' and '-'.", o => o.Name = "" },
        { "Name is 'LENDER'; allowed: a name that no other connection has, whatever its case; there is a 'lender'.", o => o.Name = "LENDER" },
        { "Token is missing; give the API token that JOOR gave for this environment.", o => o.Token = null },
        { "Token holds white space or control characters; allowed: the token exactly as JOOR gave it.", o => o.Token = "tok\ten" },
        { "Concurrency is '26'; allowed: 1 to 25.", o => o.Concurrency = 26 },
        { "Concurrency is '0'; allowed: 1 to 25.", o => o.Concurrency = 0 },
        { "TotalTimeout is '00:00:29'; allowed: 00:00:30 to 01:00:00.", o => o.TotalTimeout = TimeSpan.FromSeconds(29) },
        { "BorrowConcurrencyFrom is 'nobody'; allowed: the name of another connection, or leave it out.", o => o.BorrowConcurrencyFrom = "nobody" },
        { "BorrowConcurrencyFrom is 'acme'; allowed: the name of another connection, or leave it out.", o => o.BorrowConcurrencyFrom = "acme" },
        { "BorrowConcurrencyFrom is 'borrower'; allowed: a connection that does not itself borrow; that one borrows from 'lender'.", o => o.BorrowConcurrencyFrom = "borrower" },
        { "OrdersThrough is 'v4'; allowed: v2 or auto, since this connection lacks AccountId, ClientId, ClientSecret, Username or Password.", o => o.OrdersThrough = JoorOrdersThrough.V4 },
        { "TrustedCertificate cannot be read as PEM; allowed: the PEM of one certificate (-----BEGIN CERTIFICATE-----) without a key.", o => o.TrustedCertificate = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----" },
        { "TrustedCertificate holds no certificate; allowed: the PEM of one certificate (-----BEGIN CERTIFICATE-----) without a key.", o => o.TrustedCertificate = "hello" },
        { "TrustedCertificate holds a private key; allowed: the PEM of one certificate (-----BEGIN CERTIFICATE-----) without a key.", o => o.TrustedCertificate = "-----BEGIN PRIVATE KEY-----" },
        { "AnswerFormat is '7'; allowed: json, xml.", o => o.AnswerFormat = (JoorFormat)7 },
        { "BaseUrl is 'http://api.example.com'; allowed: an absolute https address without user, query and fragment; http only to this machine (localhost).", o => o.BaseUrl = "http://api.example.com" },
    };

    [Theory]
    [MemberData(nameof(OneFault))]
    public void Should_name_the_field_and_what_is_allowed(string sentence, Action<JoorConnectionOptions> change)
    {
        var options = V2();
        change(options);

        var fault = JoorConnectionFaults.Of(options, Others).ShouldHaveSingleItem();

        fault.Sentence.ShouldBe(sentence);
        sentence.ShouldStartWith(fault.Field + " ");
    }

    [Fact]
    public void Should_ask_for_everything_that_v4_needs() =>
        JoorConnectionFaults.Of(new JoorConnectionOptions { Name = "acme", ApiVersion = JoorApiVersion.V4, Format = JoorFormat.Xml }, []).Select(fault => fault.Field)
            .ShouldBe(["Format", "AccountId", "ClientId", "ClientSecret", "Username", "Password"]);

    [Fact]
    public void Should_take_a_v4_connection_that_carries_a_v2_token()
    {
        var options = V4();
        (options.Token, options.Format, options.OrdersThrough) = ("token", JoorFormat.Xml, JoorOrdersThrough.V2);

        JoorConnectionFaults.Of(options, Others).ShouldBeEmpty();
    }

    [Fact]
    public void Should_refuse_v2_orders_without_a_v2_token()
    {
        var options = V4();
        options.OrdersThrough = JoorOrdersThrough.V2;

        JoorConnectionFaults.Of(options, []).ShouldHaveSingleItem().Sentence.ShouldBe("OrdersThrough is 'v2'; allowed: v4 or auto, since this connection has no v2 Token.");
    }

    [Fact]
    public void Should_not_let_a_lender_borrow()
    {
        var lender = new JoorConnectionOptions { Name = "lender", Token = "t", BorrowConcurrencyFrom = "third" };

        JoorConnectionFaults.Of(lender, [Borrower(), new JoorConnectionOptions { Name = "third" }]).ShouldHaveSingleItem().Sentence
            .ShouldBe("BorrowConcurrencyFrom is 'third'; allowed: nothing, since 'borrower' borrows from this connection.");
    }

    [Fact]
    public void Should_take_one_certificate()
    {
        using var authority = new TestAuthority("Own CA");
        var options = V2();
        options.TrustedCertificate = authority.Certificate.ExportCertificatePem();

        JoorConnectionFaults.Of(options, []).ShouldBeEmpty();
    }

    [Fact]
    public void Should_never_show_a_secret()
    {
        var options = V4();
        (options.Token, options.ClientSecret, options.Password) = ("hidden 1", "hidden2\n", "hidden3\u0007");

        string.Concat(JoorConnectionFaults.Of(options, []).Select(fault => fault.Sentence)).ShouldNotContain("hidden");
    }

    private static readonly JoorConnectionOptions[] Others = [new() { Name = "lender", Token = "t" }, Borrower()];

    private static JoorConnectionOptions Borrower() => new() { Name = "borrower", Token = "t", BorrowConcurrencyFrom = "lender" };

    private static JoorConnectionOptions V2() => new() { Name = "acme", Token = "token" };

    private static JoorConnectionOptions V4() => new()
    {
        Name = "acme", ApiVersion = JoorApiVersion.V4, AccountId = "7", ClientId = "client", ClientSecret = "s", Username = "user", Password = "p",
    };
}
