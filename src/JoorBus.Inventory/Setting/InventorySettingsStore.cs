using JoorBus.Persistence;
using JoorBus.Persistence.Committing;
using JoorBus.Persistence.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Inventory.Setting;

/// <summary>The stored settings of stock, by connection key.</summary>
public sealed class InventorySettingsStore(IServiceScopeFactory scopes, Database database)
{
    private const int Most = 10_000;

    /// <summary>The settings of a connection; switched off and at version 0 where none were ever saved.</summary>
    public async Task<InventorySettings> LoadAsync(string connectionKey, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var id = InventorySettingsMapping.IdOf(connectionKey);
            return await scope.ServiceProvider.GetRequiredService<IDocuments>().LoadAsync<InventorySettings>(id, cancellationToken).ConfigureAwait(false)
                ?? new InventorySettings { Id = id, Connection = connectionKey };
        }
    }

    /// <summary>Every saved one, in order of connection key.</summary>
    public async Task<IReadOnlyList<InventorySettings>> AllAsync(CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var documents = scope.ServiceProvider.GetRequiredService<IDocuments>();
            var on = await documents.QueryAsync<InventorySettings>(InventorySettingsMapping.IsOn, "true", Most, cancellationToken).ConfigureAwait(false);
            var off = await documents.QueryAsync<InventorySettings>(InventorySettingsMapping.IsOn, "false", Most, cancellationToken).ConfigureAwait(false);
            return [.. on.Concat(off).DistinctBy(settings => settings.Id).OrderBy(settings => settings.Connection, StringComparer.Ordinal)];
        }
    }

    /// <summary>
    /// Atomic: stored only where the stored version is still <paramref name="expectedVersion"/>, 0 for never saved. Id and version of
    /// <paramref name="settings"/> do not matter. Workers are woken.
    /// </summary>
    public async Task<SettingsOutcome> SaveAsync(InventorySettings settings, int expectedVersion, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var saved = settings with { Id = InventorySettingsMapping.IdOf(settings.Connection), Version = expectedVersion };
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var unit = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
            var documents = scope.ServiceProvider.GetRequiredService<IDocuments>();
            if (expectedVersion == 0)
            {
                documents.Insert(saved);
            }
            else
            {
                documents.Update(saved);
            }

            unit.Write(InventoryWakeUp.Notify, new InventoryWakeUp(database.Schema));
            return await unit.CommitAsync(cancellationToken).ConfigureAwait(false) is CommitOutcome.Committed
                ? new SettingsOutcome.Saved(saved with { Version = expectedVersion + 1 })
                : SettingsOutcome.Conflict.Instance;
        }
    }
}
