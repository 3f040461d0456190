using System.Globalization;

namespace JoorBus.Simulators.Servers;

/// <summary>
/// A RabbitMQ broker of our own on loopback ports, with its own node name, cookie and port mapper; it never meets the
/// machine's broker. It ends with this process, even when this process is killed.
/// </summary>
public sealed class PrivateRabbitMq : IAsyncDisposable
{
    private const string LogFile = "rabbitmq-start.log";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);

    private readonly PrivateRabbitMqOptions _options;
    private readonly ServerWatchdog _watchdog;
    private readonly RabbitMqPrograms _programs;
    private readonly RabbitMqNode _node;
    private readonly SemaphoreSlim _control = new(1);
    private ServerProcess? _portMapper;
    private ServerProcess? _broker;

    private PrivateRabbitMq(PrivateRabbitMqOptions options, ServerWatchdog watchdog, RabbitMqPrograms programs, RabbitMqNode node)
    {
        _options = options;
        _watchdog = watchdog;
        _programs = programs;
        _node = node;
    }

    public int Port => _node.AmqpPort;

    public string Folder => _node.Folder.Path;

    /// <summary>To the default virtual host, as guest.</summary>
    public string AmqpUri => AmqpUriTo("");

    /// <summary>The broker's Erlang machine.</summary>
    public int ProcessId => _broker?.Id ?? throw new InvalidOperationException("This RabbitMQ is not running.");

    /// <summary>The broker's Erlang machine and its port mapper (epmd).</summary>
    public IReadOnlyList<int> ProcessIds => [.. new[] { _broker, _portMapper }.OfType<ServerProcess>().Select(process => process.Id)];

    public static async Task<PrivateRabbitMq> StartAsync(PrivateRabbitMqOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var programs = RabbitMqPrograms.Find();
        var folder = ServerFolder.Open(options.Folder, options.Temporary);
        var watchdog = ServerWatchdog.Start(options.Temporary ? Signal.Kill : Signal.Terminate, options.Temporary ? folder.Path : null);
        try
        {
            await EndLeftoversAsync(folder, cancellationToken);
            var broker = new PrivateRabbitMq(options, watchdog, programs, RabbitMqNode.Open(folder));
            await broker.StartAgainAsync(cancellationToken);
            return broker;
        }
        catch
        {
            await watchdog.DisposeAsync();
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Starts after a stop or kill: same ports, same data; durable queues keep their persistent messages.</summary>
    public async Task StartAgainAsync(CancellationToken cancellationToken = default)
    {
        if (_broker is { HasExited: false })
            return;
        if (_portMapper is null or { HasExited: true })
            StartPortMapper();
        _broker = Start("broker.pid", new ServerCommand
        {
            Program = _programs.Server,
            Arguments = [],
            Folder = Folder,
            Environment = _node.ServerEnvironment(_options.Schedulers),
        });
        if (!await Patience.UntilAsync(async () => _broker.HasExited || await RabbitMqGreeting.IsGivenAsync(Port, cancellationToken), StartLimit, cancellationToken) || _broker.HasExited)
            throw new ServerUnavailableException($"RabbitMQ did not start; {Folder}/{LogFile} and {Folder}/{RabbitMqNode.LogFile} say why: {_node.Folder.LastLines(LogFile)} {_node.Folder.LastLines(RabbitMqNode.LogFile)}");
    }

    /// <summary>Makes a virtual host that guest may use, and returns the URI to it; one that exists is fine.</summary>
    public async Task<string> CreateVirtualHostAsync(string name, CancellationToken cancellationToken = default) =>
        (await CreateVirtualHostsAsync([name], cancellationToken))[0];

    /// <summary>Makes several virtual hosts in one go, much cheaper than one after the other.</summary>
    public async Task<IReadOnlyList<string>> CreateVirtualHostsAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(names);
        await ControlAsync(control => control.CreateVirtualHostsAsync(names, cancellationToken), cancellationToken);
        return [.. names.Select(AmqpUriTo)];
    }

    /// <summary>
    /// Puts all queues and bindings declared so far on disk. RabbitMQ does so by itself within seconds; a crash before that
    /// forgets a queue just declared, even a durable one with confirmed messages.
    /// </summary>
    public Task WriteDefinitionsAsync(CancellationToken cancellationToken = default) =>
        ControlAsync(control => control.WriteDefinitionsAsync(cancellationToken), cancellationToken);

    /// <summary>Closes all connections and stops in order.</summary>
    public Task StopAsync() => EndAsync(Signal.Terminate);

    /// <summary>The broker vanishes between two instructions (SIGKILL), as in a crash.</summary>
    public Task KillAsync() => EndAsync(Signal.Kill);

    public async ValueTask DisposeAsync()
    {
        await EndAsync(_options.Temporary ? Signal.Kill : Signal.Terminate);
        if (_portMapper is not null)
            await _portMapper.EndAsync(Signal.Kill);
        _portMapper?.Dispose();
        await _watchdog.DisposeAsync();
        _node.Folder.Dispose();
        _control.Dispose();
    }

    private static async Task EndLeftoversAsync(ServerFolder folder, CancellationToken cancellationToken)
    {
        foreach (var file in new[] { "broker.pid", "epmd.pid" })
        {
            if (folder.Number(file) is { } processId && RabbitMqNode.Owns(folder, processId))
                await ServerProcess.EndLeftoverAsync(processId, Signal.Terminate, cancellationToken);
        }
    }

    private async Task EndAsync(Signal signal)
    {
        if (_broker is not null)
            await _broker.EndAsync(signal);
        _broker?.Dispose();
        _broker = null;
    }

    private void StartPortMapper() => _portMapper = Start("epmd.pid", new ServerCommand
    {
        Program = _programs.PortMapper,
        Arguments = ["-port", _node.PortMapperPort.ToString(CultureInfo.InvariantCulture), "-address", "127.0.0.1"],
        Folder = Folder,
        Environment = _node.ErlangEnvironment(),
    });

    // One at a time: the controlling node's name belongs to this process.
    private async Task ControlAsync(Func<RabbitMqControl, Task> order, CancellationToken cancellationToken)
    {
        await _control.WaitAsync(cancellationToken);
        try
        {
            await order(new RabbitMqControl(_programs, _node));
        }
        finally
        {
            _control.Release();
        }
    }

    private ServerProcess Start(string idFile, ServerCommand command)
    {
        var process = ServerProcess.Start(command, _node.Folder.File(LogFile), _watchdog);
        File.WriteAllText(_node.Folder.File(idFile), process.Id.ToString(CultureInfo.InvariantCulture));
        return process;
    }

    private string AmqpUriTo(string virtualHost) =>
        string.Create(CultureInfo.InvariantCulture, $"amqp://guest:guest@127.0.0.1:{Port}/{virtualHost}");
}
