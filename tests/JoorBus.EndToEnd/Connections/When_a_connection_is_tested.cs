using System.Text.RegularExpressions;
using JoorBus.EndToEnd.World;
using JoorBus.Simulators.Joor;

namespace JoorBus.EndToEnd.Connections;

public sealed partial class When_a_connection_is_tested(FaultyWorlds worlds) : IClassFixture<FaultyWorlds>
{
    private const string Name = "acme";

    // What is wrong, what is said about it, what to do.
    private static readonly (Func<FaultyWorlds, Task<Verb>> Add, string Sentence, string Advice)[] Faults =
    [
        (joor => joor.AddV2Async(Name, options: ["--base-url", joor.OwnCertificateUrl]), "its TLS certificate is not trusted: CN=", "trust it for this connection with --trust-certificate FILE"),
        (joor => joor.AddV2Async(Name, options: ["--base-url", FaultyWorlds.ClosedPortUrl()]), "JOOR cannot be reached: no connection (Connection refused", "Check BaseUrl and port, firewalls"),
        (joor => joor.AddV2Async(Name, token: "wr0ng-token"), "JOOR refused the token", "Replace the token by the one that JOOR gave for sandbox"),
        (joor => joor.AddV4Async(Name, password: "wr0ng-password"), "JOOR refused the login", "Correct ClientId, ClientSecret, Username or Password"),
        (joor => joor.AddV4Async(Name, account: "9999"), "JOOR answered 404: \"Account `9999` not found\"", "Correct AccountId"),
        (joor => joor.AddV2Async(Name, options: ["--account-id", "9999"]), "the token belongs to account 1001, not to 9999", "Correct AccountId"),
        (joor => joor.AddV2Async(Name, options: ["--environment", "production"]), "refused in production, but sandbox knows these credentials", "Set Environment to sandbox"),
        (joor => FailingAsync(joor, JoorFaultKind.Forbidden403, FaultyWorlds.GoodToken), "JOOR does not allow it", "Ask JOOR to give this user or token the right"),
        (joor => FailingAsync(joor, JoorFaultKind.TooManyRequests, FaultyWorlds.ThrottledToken), "JOOR answered 429, its request limit is used up; nothing is sent before ", "Test again after that time"),
    ];

    [Fact]
    public async Task Should_say_of_each_fault_what_it_is_and_what_to_do_and_store_nothing()
    {
        var said = new List<string>();
        foreach (var (add, sentence, advice) in Faults)
        {
            var verb = await add(worlds);
            verb.Code.ShouldBe(1, verb.Output);
            verb.Error.ShouldContain(sentence);
            verb.Error.ShouldContain(advice);
            said.Add(WithoutAddress(verb.Error));
            (await worlds.RunAsync("show", Name)).Error.ShouldContain($"No connection is named '{Name}'");
        }

        said.ShouldBeUnique();
        foreach (var (_, sentence, _) in Faults)
            said.Count(text => text.Contains(sentence, StringComparison.Ordinal)).ShouldBe(1, $"only one fault is told as \"{sentence}\"");
        (await worlds.AddV2Async("good")).Code.ShouldBe(0);
        (await worlds.AddV4Async("good v4")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task Should_let_in_a_certificate_that_is_trusted_for_it()
    {
        (await worlds.AddV2Async("proxied", options: ["--base-url", worlds.OwnCertificateUrl, "--untested"])).Code.ShouldBe(0);

        var before = await worlds.RunAsync("test", "proxied");
        var trusting = await worlds.RunAsync("set", "proxied", "--trust-certificate", worlds.AuthorityFile);
        var after = await worlds.RunAsync("test", "proxied");

        before.Code.ShouldBe(1);
        before.Error.ShouldContain("joorbus connections set proxied --trust-certificate FILE");
        trusting.Code.ShouldBe(0, trusting.Error);
        after.Code.ShouldBe(0, after.Error);
        (await worlds.AddV2Async("another", options: ["--base-url", worlds.OwnCertificateUrl])).Error.ShouldContain("its TLS certificate is not trusted");
    }

    private static Task<Verb> FailingAsync(FaultyWorlds joor, JoorFaultKind kind, string token)
    {
        joor.Fail(new JoorFault { Kind = kind, Matching = "/order/", RetryAfter = TimeSpan.FromMinutes(2) });
        return joor.AddV2Async(Name, token);
    }

    private static string WithoutAddress(string text) => Address().Replace(text, "ADDRESS");

    [GeneratedRegex(@"\w+://\S+?(?=[:,)]? )|\d+\.\d+\.\d+\.\d+:\d+")]
    private static partial Regex Address();
}
