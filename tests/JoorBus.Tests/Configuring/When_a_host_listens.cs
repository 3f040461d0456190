using JoorBus.Configuring;

namespace JoorBus.Tests.Configuring;

public sealed class When_a_host_listens
{
    private const string LongEnough = "123456789012345678901234";

    [Theory]
    [InlineData("http://127.0.0.1:5870")]
    [InlineData("http://localhost:5870")]
    [InlineData("http://[::1]:5870")]
    [InlineData("http://127.0.0.1:5870;https://localhost:5871")]
    public void Should_need_no_token_on_loopback(string urls) => HttpFaults.Of(new(urls, null)).ShouldBeEmpty();

    [Theory]
    [InlineData("http://0.0.0.0:5870")]
    [InlineData("http://*:5870")]
    [InlineData("http://+:5870")]
    [InlineData("http://[::]:5870")]
    [InlineData("http://10.0.0.1:5870")]
    [InlineData("http://joorbus.example:5870")]
    [InlineData("http://127.0.0.1:5870;http://10.0.0.1:5870")]
    public void Should_refuse_the_outside_without_a_token(string urls)
    {
        HttpFaults.Of(new(urls, null)).ShouldHaveSingleItem().ShouldContain("without JOORBUS__HTTP__TOKEN");
        HttpFaults.Of(new(urls, LongEnough)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("5870")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("127.0.0.1:5870")]
    [InlineData("http://")]
    public void Should_refuse_what_is_no_address(string urls) =>
        HttpFaults.Of(new(urls, LongEnough)).ShouldHaveSingleItem().ShouldContain($"'{urls}', which is not an address");

    [Fact]
    public void Should_refuse_a_token_of_23_characters() =>
        HttpFaults.Of(new(HttpSettings.DefaultUrls, LongEnough[1..])).ShouldHaveSingleItem().ShouldContain("has 23 characters; allowed are 24 or more");

    [Fact]
    public void Should_take_a_token_of_24_characters() => HttpFaults.Of(new(HttpSettings.DefaultUrls, LongEnough)).ShouldBeEmpty();

    [Fact]
    public void Should_refuse_an_empty_token() => HttpFaults.Of(new(HttpSettings.DefaultUrls, "")).ShouldHaveSingleItem();

    [Theory]
    [InlineData("http://*:5870", "http://127.0.0.1:5870/")]
    [InlineData("http://[::]:5870", "http://127.0.0.1:5870/")]
    [InlineData("http://10.0.0.1:5870", "http://10.0.0.1:5870/")]
    public void Should_be_reached_from_its_own_machine(string urls, string address) =>
        HttpUrls.Of(urls).Select(HttpUrls.ToReach).ShouldBe([new Uri(address)]);
}
