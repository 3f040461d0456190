using System.Globalization;
using JoorBus.Contracts.Products;
using JoorBus.Joor;
using JoorBus.Messaging;
using JoorBus.Persistence;
using JoorBus.Persistence.Committing;
using JoorBus.Persistence.Outbox;
using JoorBus.Persistence.Schema;
using JoorBus.Products.Pushing;
using JoorBus.Products.Receiving;
using JoorBus.Products.Setting;
using JoorBus.Simulators.Joor;
using JoorBus.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Products.Tests.Pushing;

/// <summary>The products of one connection on a real database and JOOR's stand-in over HTTP; time is moved by hand, turns are taken by hand.</summary>
internal sealed class ProductHost : IAsyncDisposable
{
    public const string Account = "1001";
    private static readonly JoorSimulatorUser User = new() { ClientId = "client", ClientSecret = "client-secret", Username = "user", Password = "password" };

    private readonly ServiceProvider _services;
    private readonly string _database;
    private readonly bool _isOwner;
    private long _sequence;

    private ProductHost(JoorSimulator joor, string database, ManualClock clock, JoorConnectionOptions connection, bool isOwner)
    {
        (Joor, _database, Clock, Connection, _isOwner) = (joor, database, clock, connection, isOwner);
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<IMessageDelivery>(Delivered)
            .AddSingleton<IReadOnlyList<JoorConnectionOptions>>([connection])
            .AddPersistence(options => options.ConnectionString = database)
            .AddProducts()
            .AddProductWorkers()
            .AddJoor()
            // Nobody moves the clock during a turn.
            .Configure<JoorOptions>(options => (options.RepeatDelay, options.Patience, options.BreakerFailures) = (TimeSpan.Zero, TimeSpan.Zero, 1000))
            .AddMessaging(new MessagingOptions(), _ => { })
            .BuildServiceProvider();
    }

    public static IEnumerable<object[]> Kinds => [["v2 JSON"], ["v2 XML"], ["v4"]];

    public JoorSimulator Joor { get; }

    public ManualClock Clock { get; }

    public JoorConnectionOptions Connection { get; }

    public RecordedDelivery Delivered { get; } = new();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public static async Task<ProductHost> StartAsync(string kind, Func<ProductSettings, ProductSettings>? settings = null, Func<JoorSimulatorOptions, JoorSimulatorOptions>? joor = null)
    {
        var clock = new ManualClock();
        var options = new JoorSimulatorOptions
        {
            IsThrottling = false,
            Accounts = [new JoorSimulatorAccount { AccountId = Account, Tokens = ["simulator-token"], Users = [User], Catalog = new JoorCatalogSeed { Styles = 0 } }],
        };
        var simulator = await JoorSimulator.StartAsync(joor?.Invoke(options) ?? options, clock);
        var connection = new JoorConnectionOptions
        {
            Name = "Linen", Key = "linen", Token = "simulator-token", BaseUrl = simulator.BaseUrl.ToString(), TokenUrl = simulator.TokenUrl.ToString(),
            Format = kind == "v2 XML" ? JoorFormat.Xml : JoorFormat.Json,
        };
        if (kind == "v4")
        {
            (connection.ApiVersion, connection.Token, connection.AccountId, connection.BaseUrl) = (JoorApiVersion.V4, null, Account, simulator.V4Url.ToString());
            (connection.ClientId, connection.ClientSecret, connection.Username, connection.Password) = (User.ClientId, User.ClientSecret, User.Username, User.Password);
        }

        var host = new ProductHost(simulator, await TestDatabase.CreateAsync(), clock, connection, isOwner: true);
        await host.Get<SchemaMigrator>().MigrateAsync(CancellationToken.None);
        await host.SetAsync(stored => (settings?.Invoke(stored) ?? stored) with { IsOn = true });
        return host;
    }

    /// <summary>Another host on the same database and JOOR.</summary>
    public ProductHost Another() => new(Joor, _database, Clock, Connection, isOwner: false) { _sequence = _sequence };

    public async Task SetAsync(Func<ProductSettings, ProductSettings> change)
    {
        var store = Get<ProductSettingsStore>();
        (await store.SaveAsync(change(await store.LoadAsync(Connection.Key, CancellationToken.None)), CancellationToken.None)).ShouldBeOfType<ProductSettingsOutcome.Saved>();
    }

    public Task ChangeAsync(params Product[] products) => WriteAsync(unit =>
    {
        foreach (var product in products)
            unit.Write(ReceivedProduct.Store, ProductReading.Read(new ProductChanged { Sequence = ++_sequence, Product = product }, _ => null, Clock.GetUtcNow()));
    });

    public Task RemoveAsync(string style, string? color = null, string? size = null) => WriteAsync(unit => unit.Write(
        ReceivedRemoval.Store,
        ProductReading.Read(new ProductRemoved { StyleNumber = style, ColorCode = color, Size = size, Sequence = ++_sequence }, _ => null, Clock.GetUtcNow())));

    public async Task WriteAsync(Action<UnitOfWork> write)
    {
        await using var scope = _services.CreateAsyncScope();
        var unit = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        write(unit);
        (await unit.CommitAsync(CancellationToken.None)).ShouldBeOfType<CommitOutcome.Committed>();
    }

    /// <summary>One turn of the connection; the clock goes on slowly, as JOOR's jobs are looked at by it.</summary>
    public async Task<DateTimeOffset?> TurnAsync(string owner = "host-1")
    {
        await SeesAllAsync();
        var turn = BeginTurn(owner, CancellationToken.None);
        for (var rounds = 0; !turn.IsCompleted; rounds++)
        {
            rounds.ShouldBeLessThan(3000, "the turn does not end");
            await Task.WhenAny(turn, Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System));
            if (!turn.IsCompleted)
                Clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        return await turn;
    }

    /// <summary>Transactions of other tests on the same server are over that hide what was just stored.</summary>
    public Task SeesAllAsync() => Eventually.BecomesTrueAsync(
        async () => !await ScalarAsync<bool>("select exists (select 1 from products where changed_xid >= pg_snapshot_xmin(pg_current_snapshot()))"), "what was stored is seen");

    /// <summary>A turn whose clock stands still.</summary>
    public Task<DateTimeOffset?> BeginTurn(string owner, CancellationToken cancellationToken) => Get<ProductRound>().RunAsync(Connection, owner, cancellationToken);

    /// <summary>Turns with time between them, until nothing waits.</summary>
    public async Task SettleAsync(int most = 12)
    {
        for (var turns = 0; turns < most; turns++)
        {
            await TurnAsync();
            if (await ScalarAsync<int>("select count(*) from joor_products where state = 'Dirty'") == 0)
                return;
            Clock.Advance(TimeSpan.FromMinutes(10));
        }

        throw new ShouldAssertException($"styles still wait: {await ScalarAsync<string>("select string_agg(style || ' ' || coalesce(last_error, ''), '; ') from joor_products where state = 'Dirty'")}");
    }

    /// <summary>Requests that some work makes, without sign-ins.</summary>
    public async Task<IReadOnlyList<JoorRequest>> RequestsOfAsync(Func<Task> work)
    {
        var before = Joor.Ledger().Requests.Count;
        await work();
        return [.. Joor.Ledger().Requests.Skip(before).Where(request => !request.PathAndQuery.StartsWith("/auth", StringComparison.Ordinal))];
    }

    /// <summary>JOOR has done what was asked and holds its answer back (<see cref="JoorFaultKind.Slow"/>).</summary>
    public Task AnswerIsHeldBackAsync() => Eventually.BecomesTrueAsync(() => Joor.Ledger().Requests.Any(request => request.Fault == JoorFaultKind.Slow), "the call is under way");

    public JoorStyleEntry? Style(string identifier) => Joor.Ledger().Accounts.Single().Styles.LastOrDefault(style => style.Identifier == identifier || style.ExternalId == identifier);

    public async Task<(string State, string[] Reasons, string[] Held, string? Error)> StateAsync(string style)
    {
        await using var command = Get<Database>().Command("select state, reasons, held, last_error from joor_products where style = $1");
        command.Parameters.AddWithValue(style);
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync()
            ? (reader.GetString(0), reader.GetFieldValue<string[]>(1), reader.GetFieldValue<string[]>(2), await reader.IsDBNullAsync(3) ? null : reader.GetString(3))
            : ("", [], [], null);
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Get<Database>().Command(sql);
        return (T)Convert.ChangeType((await command.ExecuteScalarAsync())!, typeof(T), CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_isOwner)
            await Joor.DisposeAsync();
    }
}
