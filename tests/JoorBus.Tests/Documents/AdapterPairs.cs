using JoorBus.Persistence.Documents;

namespace JoorBus.Tests.Documents;

/// <summary>The adapters that this build has, each with each; with itself where there is one only.</summary>
internal static class AdapterPairs
{
    private static readonly IDocumentAdapter[] All = [.. new[] { DocumentAdapter.Npgsql, DocumentAdapter.InUse }.Distinct()];

    public static TheoryData<string, string> Names()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var (one, other) in All.SelectMany(one => All, (one, other) => (one, other)).Where(pair => pair.one != pair.other || All.Length == 1))
            pairs.Add(one.Name, other.Name);
        return pairs;
    }

    public static IDocumentAdapter Named(string name) => All.Single(adapter => adapter.Name == name);
}
