using JoorBus.EndToEnd.World;
using JoorBus.Simulators.Comparing;

namespace JoorBus.EndToEnd.Connections;

/// <summary>
/// While orders flow without a pause: a token, a client secret and a password are replaced, wrong ones are refused, the master key is
/// rotated, a connection is renamed, disabled and enabled.
/// </summary>
public sealed class ManagedStory : IAsyncLifetime
{
    private static readonly TimeProvider Clock = TimeProvider.System;

    internal ManagedBrands World { get; private set; } = null!;

    /// <summary>When <c>connections set</c> had answered, for each new token.</summary>
    public IReadOnlyList<DateTimeOffset> TokensReplacedAt { get; private set; } = [];

    /// <summary>When JOOR took the old password no more, and when <c>connections set</c> with the new one had answered.</summary>
    public (DateTimeOffset InJoor, DateTimeOffset Here) UserReplacedAt { get; private set; }

    /// <summary>From the answer to <c>connections disable</c> until <c>connections enable</c> was asked.</summary>
    public (DateTimeOffset From, DateTimeOffset Until) Disabled { get; private set; }

    public LedgerComparison AtRest { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        World = await ManagedBrands.StartAsync();
        (await World.AddV2Async(ManagedBrands.V2Name, StorySecrets.FirstToken)).Code.ShouldBe(0);
        (await World.AddV4Async(ManagedBrands.V4Name, StorySecrets.FirstUser)).Code.ShouldBe(0);
        await World.DoAsync("test", ManagedBrands.V2Name);
        await World.DoAsync("test", ManagedBrands.V4Name);
        var acme = World.StartTraffic(ManagedBrands.V2Account, ManagedBrands.V2Name, ManagedBrands.V2NewName);
        var bolt = World.StartTraffic(ManagedBrands.V4Account, ManagedBrands.V4Name);
        await Task.WhenAll(acme.FlowOnAsync(), bolt.FlowOnAsync());

        await GiveWrongSecretsAsync();
        await ReplaceTokensAsync(acme);
        await ReplaceUserAsync();
        await Task.WhenAll(acme.FlowOnAsync(), bolt.FlowOnAsync());
        await RotateMasterKeyAsync();
        await Task.WhenAll(acme.FlowOnAsync(), bolt.FlowOnAsync());
        await World.DoAsync("set", ManagedBrands.V2Name, "--rename", ManagedBrands.V2NewName);
        await acme.FlowOnAsync();
        await DisableForAWhileAsync(bolt);
        await Task.WhenAll(acme.FlowOnAsync(), bolt.FlowOnAsync());

        await Task.WhenAll(acme.EndAsync(), bolt.EndAsync());
        AtRest = await World.ComeToRestAsync();
        await LookAtEverythingAsync();
    }

    public async Task DisposeAsync() => await World.DisposeAsync();

    private async Task GiveWrongSecretsAsync()
    {
        Refused(await World.AddV2Async("other", StorySecrets.WrongToken), "refused the token");
        Refused(await World.RunAsync("set", ManagedBrands.V2Name, "--token-from", World.FileWith(StorySecrets.WrongToken)), "refused the token");
        Refused(await World.RunAsync("set", ManagedBrands.V4Name, "--password-from", World.FileWith(StorySecrets.WrongPassword)), "refused the login");
        Refused(await World.RunAsync("set", ManagedBrands.V2Name, "--token-from", World.FileWith($"{StorySecrets.WrongToken} ")), "white space");
    }

    // As a person does it: the new one is made in JOOR, then given here, then the old one is taken back.
    private async Task ReplaceTokensAsync(OrderTraffic meanwhile)
    {
        var old = StorySecrets.FirstToken;
        foreach (var token in StorySecrets.LaterTokens)
        {
            World.Brand.Joor.AddToken(ManagedBrands.V2Account, token);
            await World.DeafenHostsAsync();
            await World.DoAsync("set", ManagedBrands.V2Name, "--token-from", World.FileWith(token));
            TokensReplacedAt = [.. TokensReplacedAt, Clock.GetUtcNow()];
            await meanwhile.FlowOnAsync();
            World.Brand.Joor.RevokeToken(old);
            old = token;
        }
    }

    private async Task ReplaceUserAsync()
    {
        World.Brand.Joor.ReplaceUser(StorySecrets.SecondUser);
        var inJoor = Clock.GetUtcNow();
        await World.DeafenHostsAsync();
        await World.DoAsync(["set", ManagedBrands.V4Name, .. World.SecretsOf(StorySecrets.SecondUser)]);
        UserReplacedAt = (inJoor, Clock.GetUtcNow());
    }

    private async Task RotateMasterKeyAsync()
    {
        World.WriteMasterKeys(StorySecrets.SecondKeyLine, StorySecrets.FirstKeyLine);
        var rotated = await World.RunAsync("rotate-key");
        rotated.Output.ShouldContain("3 secrets of 2 connections are sealed anew", customMessage: rotated.Error);
        World.WriteMasterKeys(StorySecrets.SecondKeyLine);
    }

    private async Task DisableForAWhileAsync(OrderTraffic meanwhile)
    {
        await World.DoAsync("disable", ManagedBrands.V2NewName);
        var from = Clock.GetUtcNow();
        // Long enough for its own orders to have been asked for more than once.
        await meanwhile.FlowOnAsync();
        await meanwhile.FlowOnAsync();
        Disabled = (from, Clock.GetUtcNow());
        await World.DoAsync("enable", ManagedBrands.V2NewName);
    }

    private async Task LookAtEverythingAsync()
    {
        await World.DoAsync("test", ManagedBrands.V2NewName);
        await World.DoAsync("list");
        await World.DoAsync("list", "--json");
        foreach (var name in (string[])[ManagedBrands.V2NewName, ManagedBrands.V4Name])
        {
            await World.DoAsync("show", name);
            await World.DoAsync("show", name, "--json");
        }

        Refused(await World.RunAsync("remove", ManagedBrands.V2NewName), "--even-with orders");
    }

    private static void Refused(Verb verb, string why)
    {
        verb.Code.ShouldBe(1);
        verb.Error.ShouldContain(why);
    }
}
