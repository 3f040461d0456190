using System.Globalization;
using JoorBus.Persistence.Committing;
using JoorBus.Persistence.Consuming;
using JoorBus.Persistence.Documents;
using JoorBus.Persistence.Outbox;
using JoorBus.Persistence.Schema;
using JoorBus.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Persistence.Tests;

/// <summary>The durable core of one process on a real database, with a broker that is not one and time moved by hand.</summary>
internal sealed class Host : IAsyncDisposable
{
    private Host(ServiceProvider services, FakeBroker broker, ManualClock clock) => (Services, Broker, Clock) = (services, broker, clock);

    public ServiceProvider Services { get; }

    public FakeBroker Broker { get; }

    public ManualClock Clock { get; }

    public SchemaMigrator Migrator => Services.GetRequiredService<SchemaMigrator>();

    public OutboxSweeper Sweeper => Services.GetRequiredService<OutboxSweeper>();

    public static async Task<Host> StartAsync(string? database = null, Action<PersistenceOptions>? configure = null, ManualClock? clock = null, Action<IServiceCollection>? more = null, IDocumentAdapter? adapter = null)
    {
        var host = Unmigrated(database ?? await TestDatabase.CreateAsync(), configure, clock, more, adapter);
        await host.Migrator.MigrateAsync(CancellationToken.None);
        return host;
    }

    public static Host Unmigrated(
        string database, Action<PersistenceOptions>? configure = null, ManualClock? clock = null, Action<IServiceCollection>? more = null, IDocumentAdapter? adapter = null)
    {
        // Noon: around midnight the inbox has two entries for each message.
        clock ??= new ManualClock(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero));
        var broker = new FakeBroker();
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<IMessageDelivery>(broker)
            .AddPersistence(
                options =>
                {
                    options.ConnectionString = database;
                    configure?.Invoke(options);
                },
                adapter)
            .AddPersistenceWorkers()
            .AddMigrations([Scribble.Table])
            .AddDocument(Note.Mapping);
        more?.Invoke(services);
        return new Host(services.BuildServiceProvider(validateScopes: true), broker, clock);
    }

    /// <summary>One unit of work, committed; what it sends is delivered when it says so.</summary>
    public async Task<CommitOutcome> CommitAsync(Action<UnitOfWork, IDocuments> work, bool deliver = false)
    {
        await using var scope = Services.CreateAsyncScope();
        var unit = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        work(unit, scope.ServiceProvider.GetRequiredService<IDocuments>());
        var outcome = await unit.CommitAsync(CancellationToken.None);
        if (deliver)
            await unit.DeliverAsync(CancellationToken.None);
        return outcome;
    }

    public async Task<Note?> LoadAsync(int number)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IDocuments>().LoadAsync<Note>(Note.IdOf(number), CancellationToken.None);
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Services.GetRequiredService<Database>().Command(sql);
        return (T)Convert.ChangeType((await command.ExecuteScalarAsync())!, typeof(T), CultureInfo.InvariantCulture);
    }

    public Task<int> CountAsync(string table) => ScalarAsync<int>($"select count(*) from {table}");

    public OutboxMessage Message(int number, string destination = "exchange:notes", TimeSpan? delay = null) => new()
    {
        MessageId = Note.IdOf(number),
        Destination = destination,
        ContentType = "application/json",
        Body = [(byte)number],
        DueAt = Clock.GetUtcNow() + (delay ?? TimeSpan.FromSeconds(10)),
        IsDelayed = delay is not null,
    };

    public ConsumeStages Stages => Services.GetRequiredService<ConsumeStages>();

    public ValueTask DisposeAsync() => Services.DisposeAsync();
}
