using System.Globalization;
using System.Security.Cryptography;

namespace JoorBus.Simulators.Servers;

/// <summary>Name, ports, cookie and settings of a private RabbitMQ node, all inside its folder.</summary>
internal sealed record RabbitMqNode(ServerFolder Folder, string Name, int AmqpPort, int DistributionPort, int PortMapperPort)
{
    public const string LogFile = "log/rabbitmq.log";

    private const string Cookie = ".erlang.cookie";
    // Marks every process of this folder, so that a leftover is told from a stranger with the same number.
    private const string Marker = "JOORBUS_SERVER_FOLDER";

    public static RabbitMqNode Open(ServerFolder folder)
    {
        var amqp = folder.Port("port");
        var distribution = folder.Port("distribution.port", amqp);
        var portMapper = folder.Port("epmd.port", amqp, distribution);
        var name = folder.File("node.name");
        if (!File.Exists(name))
            File.WriteAllText(name, string.Create(CultureInfo.InvariantCulture, $"joorbus-{folder.Seed:x8}@localhost"));
        Write(folder, "rabbitmq.conf", "loopback_users.guest = true\nlog.console = false\nlog.file.level = warning\ndisk_free_limit.absolute = 50MB\n");
        Write(folder, "enabled_plugins", "[].\n");
        Write(folder, "rabbitmq-env.conf", "");
        if (!File.Exists(folder.File(Cookie)))
        {
            Write(folder, Cookie, RandomNumberGenerator.GetHexString(32));
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(folder.File(Cookie), UnixFileMode.UserRead);
        }

        return new RabbitMqNode(folder, File.ReadAllText(name), amqp, distribution, portMapper);
    }

    public static bool Owns(ServerFolder folder, int processId) => ProcFile.Environment(processId).Contains($"{Marker}={folder.Path}");

    /// <summary>For Erlang programs that talk to this node.</summary>
    public Dictionary<string, string> ErlangEnvironment() => new()
    {
        [Marker] = Folder.Path,
        ["HOME"] = Folder.Path,
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["ERL_EPMD_PORT"] = PortMapperPort.ToString(CultureInfo.InvariantCulture),
        ["ERL_CRASH_DUMP_SECONDS"] = "0",
    };

    public Dictionary<string, string> ServerEnvironment(int schedulers) => new(ErlangEnvironment())
    {
        ["RABBITMQ_NODENAME"] = Name,
        ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
        ["RABBITMQ_NODE_PORT"] = AmqpPort.ToString(CultureInfo.InvariantCulture),
        ["RABBITMQ_DIST_PORT"] = DistributionPort.ToString(CultureInfo.InvariantCulture),
        ["RABBITMQ_MNESIA_DIR"] = Folder.File("data"),
        ["RABBITMQ_LOG_BASE"] = Folder.File("log"),
        ["RABBITMQ_LOGS"] = Folder.File(LogFile),
        ["RABBITMQ_CONFIG_FILE"] = Folder.File("rabbitmq.conf"),
        ["RABBITMQ_ADVANCED_CONFIG_FILE"] = Folder.File("advanced.config"),
        ["RABBITMQ_CONF_ENV_FILE"] = Folder.File("rabbitmq-env.conf"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Folder.File("enabled_plugins"),
        ["RABBITMQ_FEATURE_FLAGS_FILE"] = Folder.File("feature_flags"),
        ["RABBITMQ_GENERATED_CONFIG_DIR"] = Folder.File("config"),
        ["RABBITMQ_PLUGINS_EXPAND_DIR"] = Folder.File("plugins"),
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] =
            string.Create(CultureInfo.InvariantCulture, $"+S {schedulers}:{schedulers} +B i -kernel inet_dist_use_interface {{127,0,0,1}}"),

        // Makes the start script become the Erlang machine instead of waiting beside it: the id we hold is the broker's.
        ["RUNNING_UNDER_SYSTEMD"] = "true",
    };

    private static void Write(ServerFolder folder, string file, string text) => File.WriteAllText(folder.File(file), text);
}
