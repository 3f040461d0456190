using JoorBus.Architecture.Reading;
using JoorBus.Architecture.Rules;
using Shouldly;
using Xunit;

namespace JoorBus.Architecture;

public sealed class When_types_are_declared
{
    private static readonly SourceFile[] Product = [.. Repository.SourcesIn("src").Where(source => !source.IsIn("src/JoorBus.Simulators"))];

    [Fact]
    public void Should_have_names_that_say_what_they_do()
    {
        DeclaredType.In(Repository.Sources).ShouldNotBeEmpty();
        TypeNames.Violations(Repository.Sources).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("class OrderManager;")]
    [InlineData("static class JsonHelpers { }")]
    [InlineData("record struct DateUtils(int A);")]
    [InlineData("interface ICommonThings { }")]
    [InlineData("abstract class ConsumerBase<T> : IConsumer<T> { }")]
    [InlineData("enum MessageProcessor { One }")]
    public void Should_be_caught_with_an_empty_word(string code) => TypeNames.Violations([Source(code)]).ShouldHaveSingleItem();

    [Theory]
    [InlineData("class Database; class ProcessorTime; class BaseAddress; class Utilization;")]
    [InlineData("// class OrderManager")]
    [InlineData("class A { string sql = \"class OrderManager\"; }")]
    public void Should_be_free_to_use_words_that_only_look_alike(string code) => TypeNames.Violations([Source(code)]).ShouldBeEmpty();

    [Fact]
    public void Should_have_an_interface_only_where_there_is_a_choice() =>
        Interfaces.Violations(Product, Repository.SourcesIn("tests", "src/JoorBus.Simulators"), Interfaces.Allowed).ShouldBeEmpty();

    [Fact]
    public void Should_be_caught_with_an_interface_for_one_class() =>
        Interfaces.Violations([Source(OnePort)], [], NoneAllowed).ShouldHaveSingleItem().ShouldContain("IStore");

    [Fact]
    public void Should_be_free_to_have_an_interface_with_a_double_or_a_second_class()
    {
        Interfaces.Violations([Source(OnePort)], [Source("class FakeStore : Ports.IStore<int>;")], NoneAllowed).ShouldBeEmpty();
        Interfaces.Violations([Source(OnePort), Source("record MemoryStore(int Size) : Thing(Size), IStore<string>;")], [], NoneAllowed).ShouldBeEmpty();
        Interfaces.Violations([Source(OnePort)], [], new Dictionary<string, string> { ["IStore"] = "strangers implement it" }).ShouldBeEmpty();
    }

    [Fact]
    public void Should_have_a_definition_for_every_consumer() => ConsumerDefinitions.Violations(Product).ShouldBeEmpty();

    [Fact]
    public void Should_be_caught_with_a_consumer_without_definition() =>
        ConsumerDefinitions.Violations([Source("sealed class OrderConsumer(Lazy<(int A, int B)> options) : Thing, IConsumer<JoorOrderReceived> { }")])
            .ShouldHaveSingleItem().ShouldContain("OrderConsumerDefinition");

    [Fact]
    public void Should_be_content_with_a_consumer_and_its_definition() =>
        ConsumerDefinitions.Violations([Source("class OrderConsumer : IConsumer<X>;"), Source("class OrderConsumerDefinition : ConsumerDefinition<OrderConsumer>;")])
            .ShouldBeEmpty();

    private const string OnePort = "interface IStore<T> where T : new() { } class SqlStore<T>(string a = \"x\") : IStore<T> where T : new() { }";

    private static readonly Dictionary<string, string> NoneAllowed = [];

    private static SourceFile Source(string code) => new("src/JoorBus.Orders/Code.cs", code);
}
