using System.Text.RegularExpressions;

namespace JoorBus.Simulators.Servers;

/// <summary>
/// Orders to a running node through Erlang's own remote calls: a tenth of a second for any number of virtual hosts, where
/// rabbitmqctl needs a start of its own for each.
/// </summary>
internal sealed partial record RabbitMqControl(RabbitMqPrograms Programs, RabbitMqNode Node)
{
    public async Task CreateVirtualHostsAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        if (names.FirstOrDefault(name => !Allowed().IsMatch(name)) is { } refused)
            throw new ArgumentException($"A virtual host's name is 1 to 100 letters, digits, dots, dashes and underscores, not '{refused}'.", nameof(names));
        var calls = names.SelectMany(name => new[]
        {
            $"rpc:call('{Node.Name}', rabbit_vhost, add, [<<\"{name}\">>, <<\"joorbus\">>])",
            $"rpc:call('{Node.Name}', rabbit_auth_backend_internal, set_permissions, [<<\"guest\">>, <<\"{name}\">>, <<\".*\">>, <<\".*\">>, <<\".*\">>, <<\"joorbus\">>])",
        });
        var answer = await EvaluateAsync($"lists:usort([{string.Join(", ", calls)}])", cancellationToken);
        if (answer != "[ok]")
            throw new ServerUnavailableException($"RabbitMQ refused to make the virtual hosts {string.Join(", ", names)}: {answer}");
    }

    public async Task WriteDefinitionsAsync(CancellationToken cancellationToken)
    {
        var answer = await EvaluateAsync($"rpc:call('{Node.Name}', mnesia, sync_log, [])", cancellationToken);
        if (answer != "ok")
            throw new ServerUnavailableException($"RabbitMQ did not write its definitions: {answer}");
    }

    private async Task<string> EvaluateAsync(string expression, CancellationToken cancellationToken)
    {
        var command = new ServerCommand
        {
            Program = Programs.Erlang,
            Arguments =
            [
                "-boot", "start_clean", "-noinput", "-noshell", "-hidden", "-sname", $"control-{Environment.ProcessId}@localhost",
                "-kernel", "inet_dist_use_interface", "{127,0,0,1}", "-eval", $"io:format(\"~p\", [{expression}]), halt(0).",
            ],
            Folder = Node.Folder.Path,
            Environment = Node.ErlangEnvironment(),
        };
        return (await command.RunAsync(cancellationToken)).Output;
    }

    [GeneratedRegex("^[A-Za-z0-9._-]{1,100}$")]
    private static partial Regex Allowed();
}
