using JoorBus.Architecture.Reading;
using JoorBus.Architecture.Rules;
using Shouldly;
using Xunit;

namespace JoorBus.Architecture;

public sealed class When_slices_are_written
{
    [Fact]
    public void Should_never_name_each_other() => LoneSlices.Violations(Repository.SourcesIn("src")).ShouldBeEmpty();

    [Theory]
    [InlineData("using JoorBus.Inventory.Pushing;")]
    [InlineData("var other = JoorBus.Recovery.Collecting.Start();")]
    public void Should_be_caught_naming_another_slice(string code) =>
        LoneSlices.Violations([new SourceFile("src/JoorBus.Orders/Polling/Poll.cs", code)]).ShouldHaveSingleItem();

    [Theory]
    [InlineData("src/JoorBus.Orders/Polling/Poll.cs", "using JoorBus.Contracts.Inventory; using JoorBus.Orders.Tracking;")]
    [InlineData("src/JoorBus/Roles.cs", "using JoorBus.Inventory; using JoorBus.Orders;")]
    [InlineData("src/JoorBus.Orders/Polling/Poll.cs", "// JoorBus.Inventory does the rest")]
    public void Should_be_free_to_meet_in_contracts_and_in_the_host(string path, string code) =>
        LoneSlices.Violations([new SourceFile(path, code)]).ShouldBeEmpty();

    [Fact]
    public void Should_have_a_readme_at_every_door() => Readmes.Violations(Repository.Sources, Repository.Readmes).ShouldBeEmpty();

    [Fact]
    public void Should_be_caught_without_a_readme()
    {
        SourceFile[] sources = [new("src/JoorBus.Orders/OrdersModule.cs", ""), new("src/JoorBus.Joor/JoorClient.cs", "")];

        Readmes.Violations(sources, ["src/JoorBus.Joor/README.md", "src/JoorBus.Orders/Polling/README.md"])
            .ShouldHaveSingleItem().ShouldBe("src/JoorBus.Orders has no README.md.");
    }
}
