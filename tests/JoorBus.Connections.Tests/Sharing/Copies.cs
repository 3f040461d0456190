using JoorBus.Connections.Sharing;
using JoorBus.Joor;
using JoorBus.Persistence;
using JoorBus.Persistence.Schema;
using JoorBus.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Connections.Tests.Sharing;

/// <summary>Copies of JoorBus on one database, each with limits, pool and keeper of its own, as processes have them.</summary>
internal sealed class Copies : IAsyncDisposable
{
    private readonly List<ServiceProvider> _copies = [];
    private readonly string _database;
    private readonly Action<JoorLimitOptions> _configure;

    private Copies(string database, Action<JoorLimitOptions> configure) => (_database, _configure) = (database, configure);

    public SharedJoorLimits One { get; private set; } = null!;

    public SharedJoorLimits Other { get; private set; } = null!;

    public Database Database => _copies[0].GetRequiredService<Database>();

    /// <param name="configure">On limits of 10 credits in a minute, of which none are kept for order reading.</param>
    /// <param name="database">A fresh one when absent.</param>
    public static async Task<Copies> StartAsync(Action<JoorLimitOptions>? configure = null, string? database = null)
    {
        var copies = new Copies(database ?? await TestDatabase.CreateAsync(), configure ?? (_ => { }));
        copies.One = copies.Start();
        copies.Other = copies.Start();
        await copies._copies[0].GetRequiredService<SchemaMigrator>().MigrateAsync(CancellationToken.None);
        return copies;
    }

    /// <summary>As a killed process does: its connections are gone, and it gives nothing back.</summary>
    public Task KillAsync(SharedJoorLimits which) => _copies.Single(copy => copy.GetRequiredService<SharedJoorLimits>() == which).DisposeAsync().AsTask();

    public SharedJoorLimits Start()
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddPersistence(options => options.ConnectionString = _database)
            .AddSharedLimits()
            .AddSingleton(new ConnectionRevisions("select revision from test_revisions where key = $1::text"))
            .AddMigrations([new Migration("test-revisions", 1, "create table if not exists test_revisions (key text primary key, revision integer not null)")])
            .Configure<JoorLimitOptions>(options =>
            {
                options.CreditsPerWindow = 10;
                options.Window = TimeSpan.FromMinutes(1);
                options.ReservedForOrders = 0;
                _configure(options);
            })
            .BuildServiceProvider();
        _copies.Add(services);
        return services.GetRequiredService<SharedJoorLimits>();
    }

    /// <summary>For some seconds after the server's start nobody counts as dead.</summary>
    public Task PassesRestartGraceAsync() => IsTrueAsync("select clock_timestamp() > pg_postmaster_start_time() + interval '5 s'", "the server runs for 5 s");

    /// <summary>Ends the connection of the one keeper there is; returns when it has a new one.</summary>
    public async Task CutKeeperAsync()
    {
        const string keeper = "from pg_locks where locktype = 'advisory' and objsubid = 2 and database = (select oid from pg_database where datname = current_database())";
        await using var cut = Database.Command($"select pid::text from (select pid, pg_terminate_backend(pid) {keeper}) one");
        var pid = await cut.ExecuteScalarAsync();
        await IsTrueAsync($"select count(*) = 1 {keeper} and pid <> {pid}", "the keeper is back");
    }

    public async Task ReviseAsync(string connection, int revision)
    {
        await using var command = Database.Command("insert into test_revisions values ($1, $2) on conflict (key) do update set revision = excluded.revision");
        command.Parameters.AddWithValue(connection);
        command.Parameters.AddWithValue(revision);
        await command.ExecuteNonQueryAsync();
    }

    private Task IsTrueAsync(string sql, string what) => Eventually.BecomesTrueAsync(
        async () =>
        {
            await using var command = Database.Command(sql);
            return await command.ExecuteScalarAsync() is true;
        },
        what);

    public async ValueTask DisposeAsync()
    {
        foreach (var copy in _copies)
            await copy.DisposeAsync();
    }
}
