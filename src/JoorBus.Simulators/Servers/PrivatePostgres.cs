using System.Globalization;
using Npgsql;

namespace JoorBus.Simulators.Servers;

/// <summary>
/// A PostgreSQL server of our own on a loopback port, for demos, tests and proofs. It ends with this process, even when
/// this process is killed, and starts again over whatever an earlier one left in the folder.
/// </summary>
public sealed class PrivatePostgres : IAsyncDisposable
{
    private const string LogFile = "postgres.log";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly PrivatePostgresOptions _options;
    private readonly ServerFolder _folder;
    private readonly ServerWatchdog _watchdog;
    private readonly PostgresCluster _cluster;
    private ServerProcess? _process;

    private PrivatePostgres(PrivatePostgresOptions options, ServerFolder folder, ServerWatchdog watchdog, PostgresCluster cluster)
    {
        _options = options;
        _folder = folder;
        _watchdog = watchdog;
        _cluster = cluster;
        Port = folder.Port("port");
    }

    public int Port { get; }

    public string Folder => _folder.Path;

    /// <summary>To the database <c>postgres</c>, as superuser, without password.</summary>
    public string ConnectionString => ConnectionStringTo("postgres");

    /// <summary>The postmaster; its sessions are its children.</summary>
    public int ProcessId => _process?.Id ?? throw new InvalidOperationException("This PostgreSQL is not running.");

    public static async Task<PrivatePostgres> StartAsync(PrivatePostgresOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var folder = ServerFolder.Open(options.Folder, options.Temporary);
        var watchdog = ServerWatchdog.Start(options.Temporary ? Signal.Quit : Signal.Interrupt, options.Temporary ? folder.Path : null);
        try
        {
            var postgres = new PrivatePostgres(options, folder, watchdog, await PostgresCluster.OpenAsync(folder, cancellationToken));
            await postgres.StartAgainAsync(cancellationToken);
            return postgres;
        }
        catch
        {
            await watchdog.DisposeAsync();
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Starts after a stop or kill: same port, same data.</summary>
    public async Task StartAgainAsync(CancellationToken cancellationToken = default)
    {
        if (_process is { HasExited: false })
            return;
        _process?.Dispose();
        _process = ServerProcess.Start(Command(), _folder.File(LogFile), _watchdog);
        if (!await Patience.UntilAsync(async () => _process.HasExited || await AnswersAsync(cancellationToken), StartLimit, cancellationToken) || _process.HasExited)
            throw new ServerUnavailableException($"PostgreSQL did not start; the end of {_folder.File(LogFile)} says why: {_folder.LastLines(LogFile)}");
    }

    public async Task<string> CreateDatabaseAsync(string name, CancellationToken cancellationToken = default)
    {
        await ExecuteAsync($"create database {Quoted(name)}", cancellationToken);
        return ConnectionStringTo(name);
    }

    /// <summary>Drops a database with all its sessions; one that does not exist is fine.</summary>
    public Task DropDatabaseAsync(string name, CancellationToken cancellationToken = default) =>
        ExecuteAsync($"drop database if exists {Quoted(name)} with (force)", cancellationToken);

    /// <summary>Ends all sessions and stops in order.</summary>
    public Task StopAsync() => EndAsync(Signal.Interrupt);

    /// <summary>Every session dies at once and nothing is tidied up, as in a crash; the next start recovers from the log.</summary>
    public Task KillAsync() => EndAsync(Signal.Quit);

    public async ValueTask DisposeAsync()
    {
        await EndAsync(_options.Temporary ? Signal.Quit : Signal.Interrupt);
        await _watchdog.DisposeAsync();
        _folder.Dispose();
    }

    private async Task EndAsync(Signal signal)
    {
        if (_process is not null)
            await _process.EndAsync(signal);
        _process?.Dispose();
        _process = null;
    }

    private ServerCommand Command()
    {
        var settings = new Dictionary<string, string>
        {
            ["listen_addresses"] = "127.0.0.1",
            ["port"] = Port.ToString(CultureInfo.InvariantCulture),
            ["unix_socket_directories"] = "",
            ["max_connections"] = _options.MaxConnections.ToString(CultureInfo.InvariantCulture),
            ["fsync"] = _options.Durability == Durability.Fast ? "off" : "on",
            ["full_page_writes"] = _options.Durability == Durability.Fast ? "off" : "on",
        };
        return new ServerCommand
        {
            Prefix = _cluster.Prefix,
            Program = _cluster.Programs.Server,
            Arguments = ["-D", _cluster.DataFolder, .. settings.SelectMany(setting => new[] { "-c", $"{setting.Key}={setting.Value}" })],
            Folder = "/",
        };
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ExecuteAsync("select 1", cancellationToken);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        var unpooled = new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false };
        await using var connection = new NpgsqlConnection(unpooled.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private string ConnectionStringTo(string database) =>
        new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = Port, Username = "postgres", Database = database, SslMode = SslMode.Disable }.ConnectionString;

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
