using System.Globalization;
using JoorBus.Joor;
using JoorBus.Messaging;
using JoorBus.Orders.Polling;
using JoorBus.Persistence;
using JoorBus.Persistence.Outbox;
using JoorBus.Persistence.Schema;
using JoorBus.Simulators.Joor;
using JoorBus.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Orders.Tests.Polling;

/// <summary>The polling part of a host on a real database and JOOR's stand-in over HTTP; time is moved by hand.</summary>
internal sealed class PollingHost : IAsyncDisposable
{
    private const string Account = "1001";
    private static readonly JoorSimulatorUser User = new() { ClientId = "client", ClientSecret = "client-secret", Username = "user", Password = "password" };

    private readonly ServiceProvider services;

    private PollingHost(ServiceProvider services, JoorSimulator joor, RecordedDelivery delivered, ManualClock clock, JoorConnectionOptions connection)
    {
        this.services = services;
        (Joor, Delivered, Clock, Connection) = (joor, delivered, clock, connection);
        Reader = services.GetRequiredService<JoorOrderReaderFactory>().For(connection);
    }

    public JoorSimulator Joor { get; }

    public RecordedDelivery Delivered { get; }

    public ManualClock Clock { get; }

    public JoorConnectionOptions Connection { get; }

    public JoorOrderReader Reader { get; }

    public PollStore Store => services.GetRequiredService<PollStore>();

    public PageStore Pages => services.GetRequiredService<PageStore>();

    public ImportRules Rules => new(Connection.Key, Connection.Name, Clock.GetUtcNow().AddDays(-1), Connection.OrderStatuses);

    /// <summary>A host whose connection has no v2 token, so that its orders are read through v4.</summary>
    public static Task<PollingHost> StartV4Async(Action<JoorConnectionOptions>? configure = null, JoorSimulatorOptions? joor = null) => StartAsync(
        connection =>
        {
            (connection.ApiVersion, connection.Token, connection.AccountId) = (JoorApiVersion.V4, null, Account);
            (connection.ClientId, connection.ClientSecret, connection.Username, connection.Password) = (User.ClientId, User.ClientSecret, User.Username, User.Password);
            configure?.Invoke(connection);
        },
        joor);

    public static async Task<PollingHost> StartAsync(Action<JoorConnectionOptions>? configure = null, JoorSimulatorOptions? options = null)
    {
        var clock = new ManualClock();
        var joor = await JoorSimulator.StartAsync(
            (options ?? new JoorSimulatorOptions { LinesPerOrder = 2 }) with { Accounts = [new JoorSimulatorAccount { AccountId = Account, Tokens = ["simulator-token"], Users = [User] }] },
            clock);
        var delivered = new RecordedDelivery();
        var connectionString = await TestDatabase.CreateAsync();
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<IMessageDelivery>(delivered)
            .AddPersistence(options => options.ConnectionString = connectionString)
            .AddOrders()
            .AddOrderWorkers()
            .AddJoor()
            // Nobody moves the clock during a round.
            .Configure<JoorOptions>(options => options.RepeatDelay = TimeSpan.Zero)
            .AddMessaging(new MessagingOptions(), _ => { })
            .BuildServiceProvider();
        await services.GetRequiredService<SchemaMigrator>().MigrateAsync(CancellationToken.None);
        var connection = new JoorConnectionOptions { Name = "linen", Token = "simulator-token", BaseUrl = joor.BaseUrl.ToString(), TokenUrl = joor.TokenUrl.ToString(), StartDate = clock.GetUtcNow().AddHours(-1) };
        configure?.Invoke(connection);
        return new PollingHost(services, joor, delivered, clock, connection);
    }

    /// <summary>Takes the lease and runs one round, a poll interval after the last one.</summary>
    public async Task RoundAsync(string owner = "host-1")
    {
        Clock.Advance(Connection.PollInterval);
        await services.GetRequiredService<PollRound>().RunAsync(Reader, Connection, await LeaseAsync(owner), CancellationToken.None);
    }

    public async Task<LeaseAnswer.Taken> LeaseAsync(string owner) => (await TryLeaseAsync(owner)).ShouldBeOfType<LeaseAnswer.Taken>();

    public async Task<LeaseAnswer> TryLeaseAsync(string owner)
    {
        var now = Clock.GetUtcNow();
        var answer = await LookAsync();
        // The first look makes the row, the next one sees it.
        return answer is LeaseAnswer.NotBefore(var at) && at == now.AddMilliseconds(1) ? await LookAsync() : answer;

        async Task<LeaseAnswer> LookAsync() => (await Store.LeaseAsync([Connection.Key], owner, now, now.AddMinutes(1), CancellationToken.None))[Connection.Key];
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = services.GetRequiredService<Database>().Command(sql);
        return (T)Convert.ChangeType((await command.ExecuteScalarAsync())!, typeof(T), CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Joor.DisposeAsync();
    }
}
