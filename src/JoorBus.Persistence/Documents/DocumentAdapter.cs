using System.Reflection;

namespace JoorBus.Persistence.Documents;

/// <summary>Named by an assembly that brings an adapter.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class DocumentAdapterAttribute(Type adapter) : Attribute
{
    public Type Adapter { get; } = adapter;
}

/// <summary>The adapters that this build has.</summary>
public static class DocumentAdapter
{
    private const string MartenAssembly = "JoorBus.Persistence.Marten";

    /// <summary>By Npgsql alone; there in every build.</summary>
    public static IDocumentAdapter Npgsql { get; } = new NpgsqlAdapter();

    /// <summary>By Marten where it was built in (MSBuild property <c>UseMarten</c>), else by Npgsql.</summary>
    public static IDocumentAdapter InUse { get; } = Marten() ?? Npgsql;

    // Found by name: this project is built where Marten is missing, and whoever refers to it need not know which it is.
    private static IDocumentAdapter? Marten()
    {
        if (!File.Exists(Path.Combine(AppContext.BaseDirectory, $"{MartenAssembly}.dll")))
        {
            return null;
        }

        var named = Assembly.Load(MartenAssembly).GetCustomAttribute<DocumentAdapterAttribute>();
        return named is null ? null : (IDocumentAdapter)Activator.CreateInstance(named.Adapter)!;
    }
}
