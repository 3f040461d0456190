using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Persistence.Documents;

/// <summary>What keeps the documents of units of work. Adapters share their tables, so a database may pass from one to the other.</summary>
public interface IDocumentAdapter
{
    /// <summary>Named by <c>joorbus check</c> and the health page.</summary>
    string Name { get; }

    /// <summary>Registers <see cref="IDocuments"/>, <see cref="IDocumentSchema"/> and what they need.</summary>
    void AddTo(IServiceCollection services);

    /// <summary>
    /// Makes what hosts of this build would otherwise make while they run, in the folder of the program, and returns the file; null when there is
    /// nothing to make. Hosts do without.
    /// </summary>
    string? Prepare(IServiceProvider services, string folder);
}
