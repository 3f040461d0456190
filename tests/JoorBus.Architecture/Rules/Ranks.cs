using JoorBus.Architecture.Reading;

namespace JoorBus.Architecture.Rules;

/// <summary>A project references only projects of a lower rank; so slices, all of one rank, never reference each other.</summary>
public static class Ranks
{
    private const string Contracts = "JoorBus.Contracts";
    private const string Simulators = "JoorBus.Simulators";

    private static readonly Dictionary<string, int> RankOf = new()
    {
        [Contracts] = 0,
        ["JoorBus.Joor"] = 1,
        ["JoorBus.Wms"] = 1,
        ["JoorBus.Messaging"] = 1,
        ["JoorBus.Persistence"] = 1,
        ["JoorBus.Persistence.Marten"] = 1,
        ["JoorBus.Connections"] = 2,
        ["JoorBus.Orders"] = 3,
        ["JoorBus.Inventory"] = 3,
        ["JoorBus.Products"] = 3,
        ["JoorBus.Recovery"] = 3,
        [Simulators] = 3,
        ["JoorBus"] = 4,
    };

    // The second adapter of the document port sits beside the first and shares its tables.
    private static readonly (string From, string To)[] Siblings = [("JoorBus.Persistence.Marten", "JoorBus.Persistence")];

    public static IEnumerable<string> Violations(IEnumerable<ProjectFile> projects)
    {
        foreach (var project in projects)
        {
            if (!RankOf.ContainsKey(project.Name))
                yield return $"{project.Name} has no rank: give it one in {nameof(Ranks)} and in the design.";
            foreach (var referenced in project.ProjectReferences.Where(referenced => !MayReference(project.Name, referenced)))
                yield return $"{project.Name} references {referenced}, which is not of a lower rank.";
        }
    }

    private static bool MayReference(string from, string to) =>
        from == Simulators ? to == Contracts
        : Siblings.Contains((from, to)) || (RankOf.TryGetValue(to, out var rank) && rank < RankOf.GetValueOrDefault(from, int.MinValue));
}
