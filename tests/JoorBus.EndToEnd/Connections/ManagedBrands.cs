using JoorBus.Configuring;
using JoorBus.Connections.Sealing;
using JoorBus.EndToEnd.World;
using JoorBus.Simulators.Comparing;
using JoorBus.Simulators.Joor;
using JoorBus.TestKit;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace JoorBus.EndToEnd.Connections;

/// <summary>
/// Two hosts without any connection yet, JOOR with an account on v2 and one on v4, a warehouse. Verbs go to the hosts in turn; what
/// they get, write and are refused is kept.
/// </summary>
internal sealed class ManagedBrands : IAsyncDisposable
{
    public const string V2Account = "1001";
    public const string V4Account = "1002";
    public const string V2Name = "acme";
    public const string V2NewName = "Acme Europe";
    public const string V4Name = "bolt";

    private const int Credits = 100_000;

    private readonly SecretFiles _files;
    private readonly IReadOnlyList<AnswerRecorder> _api;
    private readonly AnswerRecorder _signIn;
    private readonly List<string> _said = [];

    private ManagedBrands(Brand brand, SecretFiles files, IReadOnlyList<RunningHost> hosts, IReadOnlyList<AnswerRecorder> api, AnswerRecorder signIn, BusTap bus) =>
        (Brand, _files, Hosts, _api, _signIn, Bus) = (brand, files, hosts, api, signIn, bus);

    public Brand Brand { get; }

    public IReadOnlyList<RunningHost> Hosts { get; }

    public BusTap Bus { get; }

    /// <summary>What verbs wrote, in full.</summary>
    public IReadOnlyList<string> Said => _said;

    /// <summary>What the hosts answered, headers and bodies.</summary>
    public IEnumerable<string> HttpAnswers => _api.SelectMany(api => api.Answers).Select(answer => answer.Head + answer.Body);

    /// <summary>Access and refresh tokens that JOOR gave out.</summary>
    public IEnumerable<string> IssuedTokens => _signIn.Answers
        .Select(answer => System.Text.Json.Nodes.JsonNode.Parse(answer.Body)!)
        .SelectMany(body => new[] { body["access_token"]?.GetValue<string>(), body["refresh_token"]?.GetValue<string>() })
        .OfType<string>();

    public static async Task<ManagedBrands> StartAsync()
    {
        var files = new SecretFiles();
        var brand = await Brand.OpenAsync(joor: new JoorSimulatorOptions
        {
            Accounts =
            [
                new() { AccountId = V2Account, Tokens = [StorySecrets.FirstToken] },
                new() { AccountId = V4Account, Users = [StorySecrets.FirstUser] },
            ],
            CreditsPerWindow = Credits,
            Latency = TimeSpan.FromMilliseconds(30),
        });
        brand.LogFrom = LogLevel.Trace;
        brand.Settings = brand.Settings with
        {
            Connections = [],
            MasterKeys = new MasterKeyOptions { File = files.Write("master.key", StorySecrets.FirstKeyLine) },
            Limits = new() { CreditsPerWindow = Credits },
            Http = new HttpSettings("http://127.0.0.1:0", StorySecrets.HttpToken),
        };
        var hosts = await Task.WhenAll(brand.StartHostAsync(), brand.StartHostAsync());
        await brand.StartWarehouseAsync();
        return new ManagedBrands(
            brand, files, hosts, await Task.WhenAll(hosts.Select(host => AnswerRecorder.StartAsync(new Uri(host.Url)))), await AnswerRecorder.StartAsync(brand.Joor.BaseUrl), await BusTap.OpenAsync(brand.Broker));
    }

    public Task<Verb> AddV2Async(string name, string token) => RunAsync(
        "add", name, "--environment", "sandbox", "--base-url", Brand.Joor.BaseUrl.ToString(), "--poll-interval", "00:00:01", "--token-from", FileWith(token));

    public Task<Verb> AddV4Async(string name, JoorSimulatorUser user) => RunAsync([
        "add", name, "--api-version", "v4", "--environment", "sandbox", "--base-url", Brand.Joor.V4Url.ToString(), "--token-url", $"{_signIn.Url}/auth/",
        "--account-id", V4Account, "--client-id", user.ClientId, "--username", user.Username, "--poll-interval", "00:00:01", .. SecretsOf(user)]);

    public IEnumerable<string> SecretsOf(JoorSimulatorUser user) => ["--client-secret-from", FileWith(user.ClientSecret), "--password-from", FileWith(user.Password)];

    public string FileWith(string secret) => _files.Write(Path.GetRandomFileName(), secret);

    public void WriteMasterKeys(params IEnumerable<string> lines) => _files.Write("master.key", string.Join('\n', lines));

    /// <summary>Runs a verb of connections.</summary>
    public async Task<Verb> RunAsync(params IEnumerable<string> verb)
    {
        var said = await Verb.RunAsync(["connections", .. verb, "--server", _api[_said.Count % _api.Count].Url, "--token-file", FileWith(StorySecrets.HttpToken)]);
        _said.Add($"{said.Output}\n{said.Error}");
        return said;
    }

    /// <summary>Runs a verb that must be done.</summary>
    public async Task DoAsync(params IEnumerable<string> verb)
    {
        var said = await RunAsync(verb);
        said.Code.ShouldBe(0, $"{said.Output}\n{said.Error}");
    }

    /// <summary>For about a second no host hears of a change that another one makes.</summary>
    public async Task DeafenHostsAsync()
    {
        await using var source = NpgsqlDataSource.Create(Brand.Database);
        await using var ending = source.CreateCommand(
            "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and query = 'listen joorbus_connections'");
        (await ending.ExecuteScalarAsync()).ShouldBe((long)Hosts.Count);
    }

    public OrderTraffic StartTraffic(string account, params string[] names) => new(Brand.Joor.OrdersOfAccount(account), ids =>
    {
        var there = Brand.Wms.Ledger().Orders.Where(order => names.Contains(order.Connection)).Select(order => order.OrderNumber).ToHashSet();
        return ids.All(there.Contains);
    });

    /// <summary>Until JOOR and the warehouse agree, and JOOR shows every order as exported.</summary>
    public async Task<LedgerComparison> ComeToRestAsync()
    {
        await Eventually.ReadsAsync(() => Task.FromResult(Compare()), comparison => comparison.IsClean, "JOOR and the warehouse agree");
        await Eventually.BecomesTrueAsync(
            () => Brand.Joor.Ledger().Accounts.SelectMany(account => account.Expected).All(order => order is { Export: JoorExportState.Exported, IsModifiedSinceExport: false }),
            "JOOR shows every order as exported");
        return Compare();
    }

    public async ValueTask DisposeAsync()
    {
        await Bus.DisposeAsync();
        foreach (var api in _api)
            await api.DisposeAsync();
        await Brand.DisposeAsync();
        await _signIn.DisposeAsync();
        _files.Dispose();
    }

    // Orders keep the name that their connection had when they came.
    private LedgerComparison Compare()
    {
        var (joor, wms) = (Brand.Joor.Ledger(), Brand.Wms.Ledger());
        return LedgerComparison.Of(
            new Dictionary<string, JoorAccountLedger>
            {
                [V2Name] = joor.Accounts.Single(account => account.AccountId == V2Account),
                [V4Name] = joor.Accounts.Single(account => account.AccountId == V4Account),
            },
            wms with { Orders = [.. wms.Orders.Select(order => order.Connection == V2NewName ? order with { Connection = V2Name } : order)] });
    }
}
