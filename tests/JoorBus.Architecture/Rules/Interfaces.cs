using JoorBus.Architecture.Reading;

namespace JoorBus.Architecture.Rules;

/// <summary>An interface earns its place with a second implementation or a test double.</summary>
public static class Interfaces
{
    /// <summary>Interfaces that stand although only one implementation exists, each with its reason.</summary>
    public static IReadOnlyDictionary<string, string> Allowed { get; } = new Dictionary<string, string>
    {
        ["IDocuments"] = "the port that Marten's adapter takes the place of, where Marten can be restored",
    };

    /// <summary>One implementation in the product alone is one too few; those in tests and simulators count as doubles.</summary>
    public static IEnumerable<string> Violations(IEnumerable<SourceFile> product, IEnumerable<SourceFile> doubles, IReadOnlyDictionary<string, string> allowed)
    {
        var shipped = DeclaredType.In(product).ToList();
        var doubled = DeclaredType.In(doubles).ToList();
        return from port in shipped
               where port.Kind == "interface" && !allowed.ContainsKey(port.Name)
               where shipped.Count(type => type.IsWrittenAs(port.Name)) == 1 && !doubled.Exists(type => type.IsWrittenAs(port.Name))
               select $"{port.Path} declares {port.Name}, which has one implementation and no test double: use the class itself.";
    }
}
