using System.Reflection;
using System.Runtime.Loader;
using JasperFx.CodeGeneration;
using JoorBus.Persistence.Documents;
using Marten;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JoorBus.Persistence.Marten;

/// <summary>
/// The code that Marten writes for each document type, compiled once with the program and kept beside it. Compiled in a running host, it
/// would take a C# compiler along, which holds more memory than all the rest.
/// </summary>
internal static class DocumentCode
{
    private const string AssemblyName = "JoorBus.DocumentCode";

    /// <summary>Null where there is none, or one of another build or schema.</summary>
    public static Assembly? Find(string folder, string schema, IEnumerable<DocumentMapping> mappings)
    {
        var file = FileIn(folder);
        if (!File.Exists(file))
        {
            return null;
        }

        var code = new AssemblyLoadContext(AssemblyName).LoadFromAssemblyPath(file);
        return IsOf(code, DocumentCodeStamp.Of(schema, mappings)) ? code : null;
    }

    /// <summary>For all documents of the store, those of the host's own code too; returns the file.</summary>
    public static string Write(IDocumentStore store, IEnumerable<DocumentMapping> mappings, string folder)
    {
        var options = (StoreOptions)store.Options;
        var stamp = $"[assembly: {typeof(AssemblyMetadataAttribute).FullName}(\"{DocumentCodeStamp.Key}\", \"{DocumentCodeStamp.Of(options.DatabaseSchemaName, mappings)}\")]";
        var compilation = CSharpCompilation.Create(
            AssemblyName,
            Sources(options).Append(stamp).Select(source => CSharpSyntaxTree.ParseText(source)),
            References(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, deterministic: true));
        var file = FileIn(folder);
        // Killed in between, there is no file rather than half of one.
        var unfinished = file + ".new";
        var result = compilation.Emit(unfinished);
        if (!result.Success)
        {
            File.Delete(unfinished);
            throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error)));
        }

        File.Move(unfinished, file, overwrite: true);
        return file;
    }

    private static string FileIn(string folder) => Path.Combine(folder, $"{AssemblyName}.dll");

    private static bool IsOf(Assembly code, string stamp) =>
        code.GetCustomAttributes<AssemblyMetadataAttribute>().Any(metadata => metadata.Key == DocumentCodeStamp.Key && metadata.Value == stamp);

    private static IEnumerable<string> Sources(ICodeFileCollection files)
    {
        foreach (var file in files.BuildFiles())
        {
            var code = files.StartAssembly(files.Rules);
            file.AssembleTypes(code);
            yield return code.GenerateCode(null);
        }
    }

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(path => MetadataReference.CreateFromFile(path));
}
