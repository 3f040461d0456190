using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using JoorBus.Connections.Cataloguing;
using JoorBus.Connections.Listing;
using JoorBus.Connections.Managing;
using JoorBus.Connections.Sealing;
using JoorBus.Connections.Tests.Sealing;
using JoorBus.Joor;
using JoorBus.Persistence;
using JoorBus.Persistence.Schema;
using JoorBus.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace JoorBus.Connections.Tests;

/// <summary>One host's connections on a real database, with JOOR's answer to tests played.</summary>
internal sealed class Brands : IAsyncDisposable
{
    private readonly List<IHostedService> _started = [];

    private Brands(string database, ServiceProvider services, PlayedTesting joor) => (Connection, Services, Joor) = (database, services, joor);

    public string Connection { get; }

    public ServiceProvider Services { get; }

    public PlayedTesting Joor { get; }

    public ConnectionCatalog Catalog => Of<ConnectionCatalog>();

    public Database Database => Of<Database>();

    public static async Task<Brands> StartAsync(
        Brands? sameDatabase = null, MasterKeyOptions? keys = null, IReadOnlyList<JoorConnectionOptions>? configured = null, Action<IServiceCollection>? more = null)
    {
        var database = sameDatabase?.Connection ?? await TestDatabase.CreateAsync();
        var joor = new PlayedTesting();
        var services = new ServiceCollection()
            .AddLogging()
            .AddPersistence(options => options.ConnectionString = database)
            .AddSingleton<IConnectionTesting>(joor)
            .AddConnections(configured ?? [], keys ?? new MasterKeyOptions { Text = Keys.Old })
            .AddConnectionWorkers()
            .AddJoor();
        more?.Invoke(services);
        var brands = new Brands(database, services.BuildServiceProvider(validateScopes: true), joor);
        await brands.Of<SchemaMigrator>().MigrateAsync(CancellationToken.None);
        return brands;
    }

    /// <summary>Follows changes of other hosts from here on.</summary>
    public async Task<Brands> FollowAsync()
    {
        foreach (var service in Services.GetServices<IHostedService>().OfType<CatalogRefresh>())
        {
            await service.StartAsync(CancellationToken.None);
            _started.Add(service);
        }

        return this;
    }

    public T Of<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public Task<ConnectionOutcome> AddAsync(object fields, bool untested = false) => Of<ConnectionAdding>().AddAsync(Change(fields), untested, CancellationToken.None);

    public Task<ConnectionOutcome> SetAsync(string name, object fields, bool untested = false) =>
        Of<ConnectionSetting>().SetAsync(name, Change(fields), untested, CancellationToken.None);

    public Task<ConnectionOutcome> SwitchAsync(string name, bool enabled) => Of<ConnectionSwitching>().SwitchAsync(name, enabled, CancellationToken.None);

    public Task<ConnectionOutcome> RemoveAsync(string name, params string[] evenWith) => Of<ConnectionRemoving>().RemoveAsync(name, evenWith, CancellationToken.None);

    public async Task<ConnectionView> ShowAsync(string name) => (await Of<ConnectionListing>().ShowAsync(name, CancellationToken.None)).ShouldNotBeNull();

    public async Task AddedAsync(object fields) => (await AddAsync(fields)).ShouldBeOfType<ConnectionOutcome.Done>();

    /// <summary>Everything that is stored, as text.</summary>
    public async Task<string> DumpAsync()
    {
        await using var command = Database.Command("select (select coalesce(string_agg(d::text, ' '), '') from mt_doc_joorconnection d) || (select coalesce(string_agg(t::text, ' '), '') from joor_tokens t)");
        return (string)(await command.ExecuteScalarAsync())!;
    }

    public async Task<int> ExecuteAsync(string sql)
    {
        await using var command = Database.Command(sql);
        return await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _started)
            await service.StopAsync(CancellationToken.None);
        await Services.DisposeAsync();
    }

    public static ConnectionChange Change(object fields)
    {
        var (change, faults) = ConnectionChangeReader.Read(Encoding.UTF8.GetBytes(fields as string ?? JsonSerializer.Serialize(fields)));
        faults.ShouldBeEmpty();
        return change!;
    }
}

/// <summary>Plays what JOOR answers to a test: good, unless a token was said to be refused.</summary>
internal sealed class PlayedTesting : IConnectionTesting
{
    private readonly ConcurrentQueue<string> _tested = new();

    public string? RefusedToken { get; set; }

    /// <summary>Tokens in the order they were tested.</summary>
    public IReadOnlyCollection<string> Tested => _tested;

    public Task<ConnectionFinding> TestAsync(JoorConnectionOptions connection, CancellationToken cancellationToken)
    {
        _tested.Enqueue(connection.Token ?? "");
        return Task.FromResult(connection.Token == RefusedToken
            ? new ConnectionFinding(false, "TokenRefused", "JOOR refused the token.", "Correct the token.", 1)
            : new ConnectionFinding(true, "Good", "JOOR lets it in.", null, 1));
    }
}
