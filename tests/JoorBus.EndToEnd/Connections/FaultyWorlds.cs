using System.Net;
using System.Net.Sockets;
using JoorBus.Connections.Sealing;
using JoorBus.EndToEnd.World;
using JoorBus.Hosting;
using JoorBus.Messaging;
using JoorBus.Simulators.Joor;

namespace JoorBus.EndToEnd.Connections;

/// <summary>JOOR's production and sandbox, one more behind a company's own certificate, a port where nothing listens, and a host to test connections with.</summary>
public sealed class FaultyWorlds : IAsyncLifetime
{
    public const string GoodToken = "good-sandbox-t0ken";
    public const string ThrottledToken = "thr0ttled-sandbox-token";
    public const string GoodPassword = "good-passw0rd";

    private const string Account = "1001";

    private readonly SecretFiles _files = new();
    private readonly OwnAuthority _authority = OwnAuthority.Create();
    private RunningHost _host = null!;
    private Brand _sandbox = null!;
    private JoorSimulator _production = null!;
    private JoorSimulator _ownCertificate = null!;

    public async Task InitializeAsync()
    {
        var user = new JoorSimulatorUser { ClientId = "joorbus", ClientSecret = "client-s3cret", Username = "orders", Password = GoodPassword };
        _sandbox = await Brand.OpenAsync(BusTransport.Memory, joor: new()
        {
            ServerRole = JoorServerRole.Sandbox,
            Accounts = [new() { AccountId = Account, Tokens = [GoodToken], Users = [user] }, new() { AccountId = "1002", Tokens = [ThrottledToken] }],
        });
        _production = await JoorSimulator.StartAsync(new() { ServerRole = JoorServerRole.Production, Tokens = ["production-t0ken"] });
        _ownCertificate = await JoorSimulator.StartAsync(new() { Certificate = _authority.Server, Tokens = [GoodToken] });
        _sandbox.Settings = _sandbox.Settings with
        {
            Connections = [],
            MasterKeys = new MasterKeyOptions { File = _files.Write("master.key", StorySecrets.FirstKeyLine) },
            JoorHosts = new() { Production = HostsOf(_production), Sandbox = HostsOf(_sandbox.Joor) },
        };
        _host = await _sandbox.StartHostAsync(HostRoles.Web);
    }

    /// <summary>A connection that differs from a good one by <paramref name="options"/> alone.</summary>
    public Task<Verb> AddV2Async(string name, string token = GoodToken, params string[] options) => RunAsync(
        ["add", name, "--token-from", FileWith(token), .. options.Contains("--environment") ? [] : Sandbox, .. options]);

    /// <summary>The same on v4.</summary>
    public Task<Verb> AddV4Async(string name, string account = Account, string password = GoodPassword) => RunAsync(
    [
        "add", name, "--api-version", "v4", "--account-id", account, "--client-id", "joorbus", "--username", "orders",
        "--client-secret-from", FileWith("client-s3cret"), "--password-from", FileWith(password), .. Sandbox,
    ]);

    public Task<Verb> RunAsync(params string[] verb) => _host.AskAsync(["connections", .. verb]);

    public string OwnCertificateUrl => _ownCertificate.BaseUrl.ToString();

    /// <summary>PEM file of the authority behind it.</summary>
    public string AuthorityFile => FileWith(_authority.Pem);

    /// <summary>Makes JOOR's next answer a fault.</summary>
    public void Fail(JoorFault fault) => _sandbox.Joor.Faults.Add(fault);

    public static string ClosedPortUrl()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/v2";
    }

    public async Task DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        await _production.DisposeAsync();
        await _ownCertificate.DisposeAsync();
        _authority.Dispose();
        _files.Dispose();
    }

    private static string[] Sandbox => ["--environment", "sandbox"];

    private string FileWith(string text) => _files.Write(Path.GetRandomFileName(), text);

    private static Joor.JoorHostSet HostsOf(JoorSimulator joor) => new() { V2 = joor.BaseUrl.ToString(), V4 = joor.V4Url.ToString(), Token = joor.TokenUrl.ToString() };
}
