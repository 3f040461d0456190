namespace JoorBus.Simulators.Servers;

/// <summary>
/// RabbitMQ's own scripts and Erlang on this machine. Debian's wrappers in /usr/sbin change the user and insist on the
/// machine's broker; the scripts they call lie beside <c>rabbitmq-env</c>.
/// </summary>
internal sealed record RabbitMqPrograms(string Server, string Erlang, string PortMapper)
{
    private const string DebianFolder = "/usr/lib/rabbitmq/bin";
    private const string DebianVersions = "/usr/lib/rabbitmq/lib";

    public static RabbitMqPrograms Find()
    {
        string[] scripts = [DebianFolder, .. ServerPrograms.Versions(DebianVersions, "rabbitmq_server-", "sbin"), .. ServerPrograms.Path];
        string[] erlang = [.. ServerPrograms.Path, "/usr/bin"];
        if (ServerPrograms.FirstWith(scripts, "rabbitmq-server", "rabbitmq-env") is not { } sbin)
            throw Missing("RabbitMQ", "rabbitmq-server and rabbitmq-env", $"{DebianFolder}, {DebianVersions}/*/sbin and PATH");
        if (ServerPrograms.FirstWith(erlang, "erl", "epmd") is not { } bin)
            throw Missing("RabbitMQ's Erlang", "erl and epmd", "PATH");
        return new RabbitMqPrograms(Path.Combine(sbin, "rabbitmq-server"), Path.Combine(bin, "erl"), Path.Combine(bin, "epmd"));
    }

    private static ServerUnavailableException Missing(string what, string files, string places) =>
        new($"{what} is missing (looked for {files} in {places}): install it with `apt-get install rabbitmq-server`.");
}
