using Shouldly;
using Xunit;

namespace JoorBus.Joor.Tests;

public sealed class When_addresses_are_derived
{
    [Theory]
    [InlineData(JoorEnvironment.Production, "https://api.jooraccess.com/v2", "https://api.jooraccess.com/v4", "https://atlas.jooraccess.com/auth/")]
    [InlineData(JoorEnvironment.Sandbox, "https://apisandbox.jooraccess.com/v2", "https://apisandbox.jooraccess.com/v4", "https://atlas-sandbox.jooraccess.com/auth/")]
    public void Should_be_those_that_JOOR_publishes(JoorEnvironment environment, string v2, string v4, string token)
    {
        var hosts = new JoorHosts(new JoorConnectionOptions { Environment = environment }, new JoorHostOptions());

        (hosts.Base(JoorApiVersion.V2), hosts.Base(JoorApiVersion.V4), hosts.Token.AbsoluteUri).ShouldBe((v2, v4, token));
    }

    [Theory]
    [InlineData("http://localhost:5080/v2", "http://localhost:5080/v2", "http://localhost:5080/v4")]
    [InlineData("http://localhost:5080/v4/", "http://localhost:5080/v2", "http://localhost:5080/v4")]
    [InlineData("https://proxy.example.com/joor/V2", "https://proxy.example.com/joor/V2", "https://proxy.example.com/joor/v4")]
    [InlineData("https://proxy.example.com/joor", "https://proxy.example.com/joor", "https://proxy.example.com/joor")]
    public void Should_come_from_the_given_base(string given, string v2, string v4)
    {
        var hosts = new JoorHosts(new JoorConnectionOptions { BaseUrl = given }, new JoorHostOptions());

        (hosts.Base(JoorApiVersion.V2), hosts.Base(JoorApiVersion.V4)).ShouldBe((v2, v4));
    }

    [Fact]
    public void Should_come_from_the_options_where_the_connection_gives_none()
    {
        var options = new JoorHostOptions { Sandbox = new JoorHostSet { V2 = "http://localhost:1/v2/", V4 = "http://localhost:1/v4", Token = "http://localhost:1/auth" } };

        var hosts = new JoorHosts(new JoorConnectionOptions { Environment = JoorEnvironment.Sandbox }, options);

        (hosts.Base(JoorApiVersion.V2), hosts.Base(JoorApiVersion.V4), hosts.Token.AbsoluteUri).ShouldBe(("http://localhost:1/v2", "http://localhost:1/v4", "http://localhost:1/auth"));
    }
}
