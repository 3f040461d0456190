using JoorBus.Persistence.Committing;
using JoorBus.Persistence.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Products.Setting;

/// <summary>Settings of products, one document for each connection.</summary>
public sealed class ProductSettingsStore(IServiceScopeFactory scopes)
{
    internal static readonly DocumentMapping<ProductSettings> Mapping = new("productsettings", settings => settings.Id, ProductsJson.Default.ProductSettings);

    /// <summary>The stored settings, or those of a connection that never had any: off.</summary>
    public async Task<ProductSettings> LoadAsync(string connection, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var documents = scope.ServiceProvider.GetRequiredService<IDocuments>();
        return await documents.LoadAsync<ProductSettings>(ProductIds.Settings(connection), cancellationToken) ?? Of(connection);
    }

    /// <summary>Atomic: stores the settings if nobody stored others since <paramref name="settings"/> were loaded, and wakes the workers.</summary>
    public async Task<ProductSettingsOutcome> SaveAsync(ProductSettings settings, CancellationToken cancellationToken)
    {
        if (ProductSettingsRules.Faults(settings) is { Count: > 0 } faults)
            return new ProductSettingsOutcome.Refused(faults);
        await using var scope = scopes.CreateAsyncScope();
        var (documents, unit) = (scope.ServiceProvider.GetRequiredService<IDocuments>(), scope.ServiceProvider.GetRequiredService<UnitOfWork>());
        var stored = settings with { Id = ProductIds.Settings(settings.Connection) };
        if (stored.Version == 0)
            documents.Insert(stored);
        else
            documents.Update(stored);
        unit.Write(Storing.WakeUp.Statement, Storing.WakeUp.Call);
        return await unit.CommitAsync(cancellationToken) is CommitOutcome.Committed
            ? new ProductSettingsOutcome.Saved(stored with { Version = settings.Version + 1 })
            : ProductSettingsOutcome.Outdated.Instance;
    }

    /// <summary>Settings as they are before the first save.</summary>
    public static ProductSettings Of(string connection) => new() { Id = ProductIds.Settings(connection), Connection = connection };
}

/// <summary>How saving ended.</summary>
public abstract record ProductSettingsOutcome
{
    private ProductSettingsOutcome()
    {
    }

    /// <summary>Stored, with the new version.</summary>
    public sealed record Saved(ProductSettings Settings) : ProductSettingsOutcome;

    /// <summary>Not stored: a sentence for each fault.</summary>
    public sealed record Refused(IReadOnlyList<string> Faults) : ProductSettingsOutcome;

    /// <summary>Not stored: somebody stored others meanwhile.</summary>
    public sealed record Outdated : ProductSettingsOutcome
    {
        public static Outdated Instance { get; } = new();
    }
}
