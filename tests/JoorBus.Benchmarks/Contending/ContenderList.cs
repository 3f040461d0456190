namespace JoorBus.Benchmarks.Contending;

/// <summary>Every contender by name.</summary>
public static class ContenderList
{
    public static readonly IReadOnlyList<string> Names = [.. ChildKind.All.Select(kind => kind.Name)];

    /// <summary>Compared unless asked otherwise.</summary>
    public static readonly IReadOnlyList<string> Usual = ["joorbus", "twin-a", "twin-b", "plain"];

    public static IOrderPathContender Create(string name) => new ChildContender(ChildKind.All.Single(kind => kind.Name == name));
}
