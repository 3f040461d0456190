using JoorBus.Persistence.Documents;

namespace JoorBus.Persistence.Tests.Documents;

/// <summary>The adapters that this build has, by name, since a test's data must be text.</summary>
internal static class Adapters
{
    private static readonly IDocumentAdapter[] All = [.. new[] { DocumentAdapter.Npgsql, DocumentAdapter.InUse }.Distinct()];

    /// <summary>Each with each, in both directions; with itself where there is one only.</summary>
    public static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var one in All)
        {
            foreach (var other in All)
            {
                if (one != other || All.Length == 1)
                    pairs.Add(one.Name, other.Name);
            }
        }

        return pairs;
    }

    public static IDocumentAdapter Named(string name) => All.Single(adapter => adapter.Name == name);
}
