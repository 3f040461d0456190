using System.Reflection;
using JoorBus.Persistence.Committing;
using JoorBus.Persistence.Documents;
using JoorBus.Persistence.Marten;
using Marten;
using Microsoft.Extensions.DependencyInjection;

[assembly: DocumentAdapter(typeof(MartenAdapter))]

namespace JoorBus.Persistence.Marten;

/// <summary>
/// Documents by Marten. It is registered with <c>AddMarten</c>, so code of the host may take <see cref="IDocumentStore"/> and sessions,
/// query the same documents with LINQ, and add documents and projections of its own with <c>services.ConfigureMarten(…)</c>.
/// </summary>
public sealed class MartenAdapter : IDocumentAdapter
{
    public string Name { get; } = $"Marten {typeof(IDocumentStore).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]}";

    public void AddTo(IServiceCollection services)
    {
        services.AddMarten(provider => MartenOptions.For(
            provider.GetRequiredService<Database>(), [.. provider.GetServices<DocumentMapping>()]));
        services.AddSingleton<MartenReads>();
        services.AddScoped<IDocuments, MartenDocuments>();
        services.AddSingleton<DocumentWriter, MartenWriter>();
        services.AddSingleton<IDocumentSchema, MartenSchema>();
    }

    public string Prepare(IServiceProvider services, string folder) =>
        DocumentCode.Write(services.GetRequiredService<IDocumentStore>(), services.GetServices<DocumentMapping>(), folder);
}
