using JoorBus.Persistence.Committing;
using JoorBus.Persistence.Consuming;
using JoorBus.Persistence.Documents;
using JoorBus.Persistence.Inbox;
using JoorBus.Persistence.Outbox;
using JoorBus.Persistence.Sagas;
using JoorBus.Persistence.Schema;
using MassTransit;
using MassTransit.Configuration;
using MassTransit.Middleware;
using MassTransit.Saga;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace JoorBus.Persistence;

/// <summary>Registration of the durable core.</summary>
public static class PersistenceModule
{
    /// <summary>
    /// Units of work, documents, inbox, outbox and migrations. Options: <see cref="PersistenceOptions"/>. Documents are kept by the
    /// adapter given, else by the one that this build uses.
    /// </summary>
    public static IServiceCollection AddPersistence(this IServiceCollection services, Action<PersistenceOptions> configure, IDocumentAdapter? documents = null)
    {
        services.Configure(configure);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Database>();
        services.AddSingleton<InboxPartitions>();
        services.AddSingleton<SchemaMigrator>();
        foreach (var migration in PersistenceMigrations.All)
        {
            services.AddSingleton(migration);
        }

        services.AddSingleton<GroupCommit>();
        services.AddSingleton<Inbox.Inbox>();
        services.AddSingleton<DocumentGates>();
        services.AddScoped<UnitOfWork>();
        (documents ?? DocumentAdapter.InUse).AddTo(services);

        services.AddSingleton<ConsumeStages>();
        services.AddScoped<IOutboxContextFactory<UnitOfWork>, UnitOutboxContextFactory>();
        services.TryAddSingleton<IMessageDelivery, BusMessageDelivery>();
        services.AddSingleton<Outbox.Outbox>();
        services.AddSingleton<OutboxPublisher>();
        return services;
    }

    /// <summary>The background work: the sweeper of the outbox and the upkeep of the inbox. Every host runs it.</summary>
    public static IServiceCollection AddPersistenceWorkers(this IServiceCollection services)
    {
        services.AddSingleton<OutboxSweeper>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxSweeper>());
        services.AddHostedService<InboxUpkeep>();
        return services;
    }

    public static IServiceCollection AddMigrations(this IServiceCollection services, IEnumerable<Migration> migrations)
    {
        foreach (var migration in migrations)
        {
            services.AddSingleton(migration);
        }

        return services;
    }

    public static IServiceCollection AddDocument<T>(this IServiceCollection services, DocumentMapping<T> mapping)
        where T : class, IVersioned =>
        services.AddSingleton<DocumentMapping>(mapping);

    /// <summary>Stores this saga as a document. Its endpoint must call <see cref="UseUnitOfWork"/>.</summary>
    public static ISagaRegistrationConfigurator<TSaga> InDocuments<TSaga>(this ISagaRegistrationConfigurator<TSaga> saga)
        where TSaga : class, ISaga, IVersioned =>
        saga.Repository(repository =>
            repository.RegisterSagaRepository<TSaga, IDocuments, SagaConsumeContextFactory<IDocuments, TSaga>, DocumentSagaRepositoryContextFactory<TSaga>>());

    /// <summary>Every message on this endpoint is consumed in one unit of work: state, inbox entry and outgoing messages commit together.</summary>
    public static void UseUnitOfWork(this IReceiveEndpointConfigurator endpoint, IRegistrationContext context)
    {
        var observer = new OutboxConsumePipeSpecificationObserver<UnitOfWork>(endpoint, context);
        endpoint.ConnectConsumerConfigurationObserver(observer);
        endpoint.ConnectSagaConfigurationObserver(observer);
    }
}
