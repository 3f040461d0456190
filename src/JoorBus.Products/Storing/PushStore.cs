using JoorBus.Persistence.Committing;
using JoorBus.Persistence.Consuming;
using JoorBus.Persistence.Documents;
using JoorBus.Products.Planning;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Products.Storing;

/// <summary>Units of work of a worker.</summary>
internal sealed class PushStore(IServiceScopeFactory scopes, OutboxPublisher publisher)
{
    /// <summary>Runs <paramref name="write"/> on a unit of work that the caller commits within it; messages leave afterwards.</summary>
    public async Task WithUnitAsync(Func<PushUnit, Task> write)
    {
        await using var scope = scopes.CreateAsyncScope();
        var unit = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        await write(new PushUnit(unit, scope.ServiceProvider.GetRequiredService<IDocuments>(), publisher));
        await unit.DeliverAsync(CancellationToken.None);
    }

    /// <summary>What is known of a style; null when nothing ever was.</summary>
    public async Task<KnownProductDocument?> KnownAsync(string connection, string style, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IDocuments>().LoadAsync<KnownProductDocument>(ProductIds.Product(connection, style), cancellationToken);
    }

    /// <summary>Pushes of a connection that never ended.</summary>
    public async Task<IReadOnlyList<ProductPush>> OpenAsync(string connection, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IDocuments>().QueryAsync<ProductPush>(ProductPush.Open, connection, 100, cancellationToken);
    }
}

/// <summary>One unit of work.</summary>
internal sealed record PushUnit(UnitOfWork Unit, IDocuments Documents, OutboxPublisher Publisher)
{
    /// <summary>Stores what is known of a style; the returned document is what is stored then.</summary>
    public KnownProductDocument Know(string connection, KnownProductDocument? before, KnownProduct known)
    {
        if (before is null)
        {
            var fresh = new KnownProductDocument { Id = ProductIds.Product(connection, known.StyleIdentifier), Connection = connection, Style = known.StyleIdentifier, Known = known };
            Documents.Insert(fresh);
            return fresh;
        }

        var document = before with { Known = known };
        Documents.Update(document);
        return document with { Version = document.Version + 1 };
    }

    /// <summary>Stores a push; the returned document is what is stored then.</summary>
    public ProductPush Put(ProductPush push)
    {
        if (push.Version == 0)
        {
            Documents.Insert(push);
            return push;
        }

        Documents.Update(push);
        return push with { Version = push.Version + 1 };
    }

    /// <summary>Publishes an event with the unit.</summary>
    public Task PublishAsync<T>(T message, Guid messageId, CancellationToken cancellationToken)
        where T : class =>
        Publisher.PublishAsync(Unit, message, messageId, cancellationToken);
}
