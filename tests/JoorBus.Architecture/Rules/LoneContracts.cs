using JoorBus.Architecture.Reading;

namespace JoorBus.Architecture.Rules;

/// <summary>Others compile against the contracts: they bring nothing along.</summary>
public static class LoneContracts
{
    public static IEnumerable<string> Violations(IEnumerable<ProjectFile> projects) =>
        from project in projects
        where project.Path.StartsWith("contracts/", StringComparison.Ordinal)
        from reference in project.PackageReferences.Concat(project.ProjectReferences)
        select $"{project.Name} references {reference}; contracts have no dependencies.";
}
