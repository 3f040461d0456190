using JoorBus.Architecture.Reading;
using JoorBus.Architecture.Rules;
using Shouldly;
using Xunit;

namespace JoorBus.Architecture;

public sealed class When_projects_reference_each_other
{
    private static readonly ProjectFile[] Shipped = [.. Repository.Projects.Where(project => !project.Path.StartsWith("tests/", StringComparison.Ordinal))];

    [Fact]
    public void Should_reference_only_lower_ranks()
    {
        Shipped.ShouldNotBeEmpty();
        Ranks.Violations(Shipped).ShouldBeEmpty();
    }

    [Fact]
    public void Should_keep_the_contracts_free_of_dependencies() => LoneContracts.Violations(Shipped).ShouldBeEmpty();

    [Theory]
    [InlineData("JoorBus.Joor", "JoorBus.Orders")]
    [InlineData("JoorBus.Orders", "JoorBus.Inventory")]
    [InlineData("JoorBus.Messaging", "JoorBus.Persistence")]
    [InlineData("JoorBus.Connections", "JoorBus.Connections")]
    [InlineData("JoorBus.Simulators", "JoorBus.Joor")]
    [InlineData("JoorBus.Orders", "JoorBus.Simulators")]
    [InlineData("JoorBus.Orders", "JoorBus.Unheard")]
    public void Should_be_caught_reaching_up_or_aside(string from, string to) =>
        Ranks.Violations([Project($"src/{from}/{from}.csproj", "ProjectReference", $@"..\{to}\{to}.csproj")])
            .ShouldHaveSingleItem().ShouldContain($"{from} references {to}");

    [Theory]
    [InlineData("JoorBus.Orders", "JoorBus.Persistence")]
    [InlineData("JoorBus", "JoorBus.Simulators")]
    [InlineData("JoorBus.Simulators", "JoorBus.Contracts")]
    [InlineData("JoorBus.Persistence.Marten", "JoorBus.Persistence")]
    public void Should_be_free_to_reach_down(string from, string to) =>
        Ranks.Violations([Project($"src/{from}/{from}.csproj", "ProjectReference", $@"..\{to}\{to}.csproj")]).ShouldBeEmpty();

    [Fact]
    public void Should_be_caught_without_a_rank() =>
        Ranks.Violations([new ProjectFile("src/JoorBus.Misc/JoorBus.Misc.csproj", "<Project />")]).ShouldHaveSingleItem().ShouldContain("no rank");

    [Theory]
    [InlineData("PackageReference", "MassTransit")]
    [InlineData("ProjectReference", @"..\..\src\JoorBus.Joor\JoorBus.Joor.csproj")]
    public void Should_be_caught_giving_contracts_a_dependency(string kind, string reference) =>
        LoneContracts.Violations([Project("contracts/JoorBus.Contracts/JoorBus.Contracts.csproj", kind, reference)]).ShouldHaveSingleItem();

    private static ProjectFile Project(string path, string kind, string reference) =>
        new(path, $"""<Project><ItemGroup><{kind} Include="{reference}" /></ItemGroup></Project>""");
}
