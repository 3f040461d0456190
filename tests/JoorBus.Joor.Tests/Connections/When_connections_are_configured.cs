using JoorBus.Contracts.Orders;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace JoorBus.Joor.Tests;

public sealed class When_connections_are_configured
{
    [Fact]
    public void Should_use_the_defaults()
    {
        var (connections, faults) = Read(("0:Name", "acme"), ("0:Token", "secret"));

        faults.ShouldBeEmpty();
        var acme = connections.Single();
        acme.PollInterval.ShouldBe(TimeSpan.FromSeconds(10));
        acme.OrderStatuses.ShouldBe([JoorOrderStatus.Approved]);
        acme.ExportMark.ShouldBe(JoorExportMark.Page);
        new JoorConnection(acme).Hosts.Base(JoorApiVersion.V2).ShouldBe("https://api.jooraccess.com/v2");
    }

    [Fact]
    public void Should_take_what_is_given_in_place_of_the_defaults()
    {
        var (connections, faults) = Read(
            ("0:Name", "acme"), ("0:Token", "secret"), ("0:ApiVersion", "v2"), ("0:Environment", "sandbox"), ("0:OrderStatuses:0", "shipped"),
            ("0:OrderStatuses:1", "pending"), ("0:PollInterval", "00:01:00"), ("0:StartDate", "2026-01-31"), ("0:OrderTypeCodes:6", "cancelled"));

        faults.ShouldBeEmpty();
        var acme = connections.Single();
        acme.OrderStatuses.ShouldBe([JoorOrderStatus.Shipped, JoorOrderStatus.Pending]);
        acme.StartDate.ShouldBe(new DateTimeOffset(2026, 1, 31, 0, 0, 0, TimeSpan.Zero));
        acme.OrderTypeCodes["6"].ShouldBe(JoorOrderStatus.Cancelled);
        new JoorConnection(acme).Hosts.Base(JoorApiVersion.V2).ShouldBe("https://apisandbox.jooraccess.com/v2");
    }

    [Fact]
    public void Should_list_ten_faults_at_once()
    {
        var (_, faults) = Read(
            ("0:Name", "a/b"), ("0:ApiVersion", "v3"), ("0:Environment", "staging"), ("0:Token", "se cret"), ("0:BaseUrl", "http://api.example.com"),
            ("0:PollInterval", "10"), ("0:PageSize", "501"), ("0:WindowOverlap", "2.00:00:00"), ("0:OrderStatuses:0", "draft"), ("0:StartDate", "soon"));

        faults.ShouldBe(
            [
                "JOORBUS__CONNECTIONS__0__NAME is 'a/b'; allowed: 1 to 64 letters a-z, digits, inner spaces, '.', '_' and '-'.",
                "JOORBUS__CONNECTIONS__0__APIVERSION is 'v3'; allowed: v2, v4.",
                "JOORBUS__CONNECTIONS__0__ENVIRONMENT is 'staging'; allowed: production, sandbox.",
                "JOORBUS__CONNECTIONS__0__TOKEN holds white space or control characters; allowed: the token exactly as JOOR gave it.",
                "JOORBUS__CONNECTIONS__0__BASEURL is 'http://api.example.com'; allowed: an absolute https address without user, query and fragment; http only to this machine (localhost).",
                "JOORBUS__CONNECTIONS__0__POLLINTERVAL is '10'; allowed: a time as hours:minutes:seconds, such as 00:00:10.",
                "JOORBUS__CONNECTIONS__0__PAGESIZE is '501'; allowed: 1 to 500.",
                "JOORBUS__CONNECTIONS__0__WINDOWOVERLAP is '2.00:00:00'; allowed: 00:00:00 to 1.00:00:00.",
                "JOORBUS__CONNECTIONS__0__ORDERSTATUSES__0 is 'draft'; allowed: notes, pending, approved, shipped, cancelled.",
                "JOORBUS__CONNECTIONS__0__STARTDATE is 'soon'; allowed: a day or time in ISO 8601, such as 2026-01-31 or 2026-01-31T08:00:00Z.",
            ],
            ignoreOrder: true);
    }

    [Theory]
    [InlineData("00:00:01", true)]
    [InlineData("1.00:00:00", true)]
    [InlineData("00:00:00.9999999", false)]
    [InlineData("1.00:00:00.0000001", false)]
    public void Should_hold_the_bounds_of_the_poll_interval(string interval, bool isRight) =>
        Read(("0:Name", "acme"), ("0:Token", "secret"), ("0:PollInterval", interval)).Faults.Count.ShouldBe(isRight ? 0 : 1);

    [Theory]
    [InlineData("http://localhost:5080/v2", true)]
    [InlineData("http://127.0.0.1", true)]
    [InlineData("https://proxy.example.com/joor", true)]
    [InlineData("ftp://localhost", false)]
    [InlineData("/v2", false)]
    [InlineData("https://user:pa55word@example.com", false)]
    [InlineData("https://example.com?key=1", false)]
    public void Should_take_only_addresses_that_keep_the_token_safe(string url, bool isRight)
    {
        var faults = Read(("0:Name", "acme"), ("0:Token", "secret"), ("0:BaseUrl", url)).Faults;

        faults.Count.ShouldBe(isRight ? 0 : 1);
        faults.ShouldAllBe(fault => !fault.Contains("pa55word"));
    }

    [Fact]
    public void Should_refuse_two_connections_of_one_name() =>
        Read(("0:Name", "acme"), ("0:Token", "a"), ("1:Name", "ACME"), ("1:Token", "b")).Faults
            .ShouldBe(["JOORBUS__CONNECTIONS__1__NAME is 'ACME'; allowed: a name that no other connection has, whatever its case; there is a 'acme'."]);

    [Fact]
    public void Should_ask_for_what_is_missing() =>
        Read(("0:PageSize", "5")).Faults.ShouldBe(
            [
                "JOORBUS__CONNECTIONS__0__NAME is ''; allowed: 1 to 64 letters a-z, digits, inner spaces, '.', '_' and '-'.",
                "JOORBUS__CONNECTIONS__0__TOKEN is missing; give the API token that JOOR gave for this environment.",
            ]);

    private static (IReadOnlyList<JoorConnectionOptions> Connections, IReadOnlyList<string> Faults) Read(params (string Key, string Value)[] values) =>
        JoorConnectionReader.Read(new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(pair => KeyValuePair.Create($"Connections:{pair.Key}", (string?)pair.Value)))
            .Build());
}
