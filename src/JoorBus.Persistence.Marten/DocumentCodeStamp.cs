using System.Reflection;
using JoorBus.Persistence.Documents;
using Marten;

namespace JoorBus.Persistence.Marten;

/// <summary>What compiled document code was made from: code of another build or schema is never used.</summary>
internal static class DocumentCodeStamp
{
    public const string Key = "made-from";

    /// <summary>The schema, whose name is in the code, and the builds of Marten, of this adapter, of the program and of the documents.</summary>
    public static string Of(string schema, IEnumerable<DocumentMapping> mappings) =>
        string.Join(' ', [schema, .. Makers(mappings).Select(maker => $"{maker.GetName().Name}={maker.ManifestModule.ModuleVersionId:N}")]);

    private static IEnumerable<Assembly> Makers(IEnumerable<DocumentMapping> mappings) =>
        new[] { typeof(IDocumentStore).Assembly, typeof(DocumentCodeStamp).Assembly, Assembly.GetEntryAssembly() }
            .OfType<Assembly>()
            .Concat(mappings.Select(mapping => mapping.Type.Assembly).OrderBy(assembly => assembly.FullName, StringComparer.Ordinal))
            .Distinct();
}
