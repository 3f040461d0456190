using JoorBus.Architecture.Reading;

namespace JoorBus.Architecture.Rules;

/// <summary>Every part that a stranger may enter by itself has a README at its door.</summary>
public static class Readmes
{
    private static readonly string[] Doors =
    [
        "src/JoorBus.Joor", "src/JoorBus.Messaging", "src/JoorBus.Persistence",
        "src/JoorBus.Orders", "src/JoorBus.Inventory", "src/JoorBus.Products", "src/JoorBus.Recovery",
    ];

    public static IEnumerable<string> Violations(IEnumerable<SourceFile> sources, IEnumerable<string> readmes) =>
        from door in Doors
        where sources.Any(source => source.IsIn(door)) && !readmes.Contains(door + "/README.md")
        select $"{door} has no README.md.";
}
