using System.CommandLine;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using JoorBus.Simulators.Joor;

namespace JoorBus.Commands;

/// <summary><c>joorbus simulate joor</c>.</summary>
internal static class SimulateJoorCommand
{
    public static Command Create()
    {
        var listen = SimulateCommand.Listen();
        var port = new Option<int>("--port") { Description = "Port to listen on", DefaultValueFactory = _ => 5871 };
        var token = new Option<string[]>("--token") { Description = "v2 API token; each is one account, numbered from 1001", DefaultValueFactory = _ => ["simulator-token"] };
        var tokenFrom = new Option<FileInfo[]>("--token-from") { Description = "File with such a token, instead of --token" }.AcceptExistingOnly();
        var orders = new Option<int>("--orders") { Description = "Approved orders of each account to begin with", DefaultValueFactory = _ => 0 };
        var every = SimulateCommand.Every("--order-every", "Seconds between further orders, by turns of the accounts (default: none come)");
        var v4 = new Option<bool>("--v4") { Description = "Gives each account a v4 user too and prints what it signs in with" };
        var sandbox = new Option<bool>("--sandbox") { Description = "Plays JOOR's sandbox, which knows no access token of production" };
        var certificate = new Option<FileInfo>("--certificate") { Description = "PEM of certificate and key; with it the stand-in speaks https" }.AcceptExistingOnly();
        var memory = SimulateCommand.Memory();
        var command = new Command("joor", "JOOR v2 and v4 over HTTP. Example: joorbus simulate joor --port 5871 --orders 20 --v4")
        {
            listen, port, token, tokenFrom, orders, every, v4, sandbox, certificate, memory,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var error = parsed.InvocationConfiguration.Error;
            var tokens = parsed.GetValue(tokenFrom) is { Length: > 0 } files ? files.Select(file => File.ReadAllText(file.FullName).Trim()) : parsed.GetValue(token)!;
            var accounts = tokens.Select((text, index) => Account(text, index, parsed.GetValue(v4))).ToList();
            var isRemembered = parsed.GetValue(memory) is { } kept && File.Exists(kept);
            var options = new JoorSimulatorOptions
            {
                Address = parsed.GetValue(listen)!,
                Port = parsed.GetValue(port),
                Accounts = accounts,
                ServerRole = parsed.GetValue(sandbox) ? JoorServerRole.Sandbox : JoorServerRole.Production,
                MemoryFile = parsed.GetValue(memory),
            };
            try
            {
                using var pem = parsed.GetValue(certificate) is { } file ? X509Certificate2.CreateFromPemFile(file.FullName) : null;
                return await RunAsync(options with { Certificate = pem }, isRemembered ? 0 : parsed.GetValue(orders), parsed.GetValue(every), cancellationToken).ConfigureAwait(false);
            }
            catch (Exception fault) when (fault is IOException or CryptographicException or UnauthorizedAccessException)
            {
                await error.WriteLineAsync($"The stand-in cannot start: {fault.Message}");
                return ExitCode.Failed;
            }
        });
        return command;
    }

    private static async Task<int> RunAsync(JoorSimulatorOptions options, int orders, double? every, CancellationToken cancellationToken)
    {
        await using var joor = await JoorSimulator.StartAsync(options, cancellationToken: cancellationToken).ConfigureAwait(false);
        foreach (var account in options.Accounts)
            joor.OrdersOfAccount(account.AccountId).AddApproved(orders);
        Console.WriteLine($"JOOR stand-in: BaseUrl {joor.BaseUrl}, control {joor.ControlUrl}. Stop with Ctrl+C.");
        foreach (var (account, user) in options.Accounts.SelectMany(account => account.Users.Select(user => (account.AccountId, user))))
            Console.WriteLine($"v4: BaseUrl {joor.V4Url}, TokenUrl {joor.TokenUrl}, account {account}, client {user.ClientId}, client secret {user.ClientSecret}, user {user.Username}, password {user.Password}");
        await Task.WhenAll(SimulateCommand.UntilStoppedAsync(cancellationToken), SimulateCommand.EveryAsync(every, AddOrder, cancellationToken)).ConfigureAwait(false);
        return ExitCode.Done;

        Task AddOrder(int turn)
        {
            joor.OrdersOf((turn - 1) % joor.AccountIds.Count).AddApproved(1);
            return Task.CompletedTask;
        }
    }

    // Made-up credentials of a stand-in, alike at each start, so that a connection set up once keeps working.
    private static JoorSimulatorAccount Account(string token, int index, bool hasUser) => new()
    {
        AccountId = $"{1001 + index}",
        Tokens = [token],
        Users = hasUser
            ? [new JoorSimulatorUser { ClientId = $"client-{index + 1}", ClientSecret = $"client-secret-{index + 1}", Username = $"user-{index + 1}", Password = $"password-{index + 1}" }]
            : [],
    };
}
