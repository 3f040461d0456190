using JoorBus.Connections.Cataloguing;
using JoorBus.Connections.Managing;
using JoorBus.Connections.Sealing;
using JoorBus.Connections.Tests.Sealing;
using JoorBus.TestKit;

namespace JoorBus.Connections.Tests.Managing;

public sealed class When_the_master_key_is_rotated
{
    [Fact]
    public async Task Should_seal_everything_anew_while_another_host_reads()
    {
        using var file = new KeyFile(Keys.Old);
        await using var one = await Brands.StartAsync(keys: file.Options);
        await using var other = await (await Brands.StartAsync(one, file.Options)).FollowAsync();
        await AddAsync(one, 20);
        await Eventually.BecomesTrueAsync(() => other.Catalog.Current.Count == 20, "the other host knows all connections");
        using var stop = new CancellationTokenSource();
        var reading = ReadAllAsync(other, stop.Token);

        file.Write(Keys.New, Keys.Old);
        var report = (await one.Of<KeyRotation>().RotateAsync(CancellationToken.None)).ShouldNotBeNull();
        await Eventually.BecomesTrueAsync(() => other.Catalog.Current.All(options => options.Revision == 2), "the other host knows the resealed ones");
        await stop.CancelAsync();

        (report.KeyId, report.Secrets, report.Connections, report.Shut.Count).ShouldBe(("new", 20, 20, 0));
        (await reading).ShouldBeGreaterThan(0);
        (await one.DumpAsync()).ShouldNotContain("v1.old.");
        file.Write(Keys.New);
        await using var later = await Brands.StartAsync(one, file.Options);
        await later.Catalog.ReloadAsync(CancellationToken.None);
        later.Catalog.Current.Select(options => options.Token).ShouldBe(Enumerable.Range(0, 20).Select(Token), ignoreOrder: true);
    }

    [Fact]
    public async Task Should_do_nothing_the_second_time()
    {
        await using var brands = await Brands.StartAsync();
        await AddAsync(brands, 2);

        var report = await brands.Of<KeyRotation>().RotateAsync(CancellationToken.None);

        report!.Secrets.ShouldBe(0);
        brands.Catalog.Current.ShouldAllBe(options => options.Revision == 1);
    }

    [Fact]
    public async Task Should_tell_which_secrets_no_key_opens_and_go_on_with_the_others()
    {
        await using var brands = await Brands.StartAsync();
        await AddAsync(brands, 3);
        await brands.ExecuteAsync("update mt_doc_joorconnection set data = jsonb_set(data, '{Secrets,token}', '\"v1.gone.AAAA\"') where data ->> 'Name' = 'brand 1'");
        await using var rotating = await Brands.StartAsync(brands, new MasterKeyOptions { Text = $"{Keys.New},{Keys.Old}" });

        var report = (await rotating.Of<KeyRotation>().RotateAsync(CancellationToken.None)).ShouldNotBeNull();

        report.Shut.ShouldBe(["brand 1"]);
        report.Secrets.ShouldBe(2);
    }

    [Fact]
    public async Task Should_lose_no_change_made_at_the_same_time()
    {
        await using var one = await Brands.StartAsync();
        await AddAsync(one, 5);
        await using var other = await Brands.StartAsync(one, new MasterKeyOptions { Text = $"{Keys.New},{Keys.Old}" });

        var changes = Task.WhenAll(Enumerable.Range(0, 5).Select(i => one.SetAsync($"brand {i}", new { token = $"replaced-{i}" })));
        await other.Of<KeyRotation>().RotateAsync(CancellationToken.None);
        (await changes).ShouldAllBe(outcome => outcome is ConnectionOutcome.Done);
        await other.Catalog.ReloadAsync(CancellationToken.None);

        other.Catalog.Current.Select(options => options.Token).ShouldBe(Enumerable.Range(0, 5).Select(i => $"replaced-{i}"), ignoreOrder: true);
    }

    private static string Token(int number) => $"token-of-brand-{number}";

    private static async Task AddAsync(Brands brands, int count)
    {
        for (var number = 0; number < count; number++)
            await brands.AddedAsync(new { name = $"brand {number}", token = Token(number) });
    }

    // Every read, whatever the moment, gives all connections with their own secrets.
    private static async Task<int> ReadAllAsync(Brands host, CancellationToken stop)
    {
        var reads = 0;
        while (!stop.IsCancellationRequested)
        {
            await host.Catalog.ReloadAsync(CancellationToken.None);
            host.Catalog.All.ShouldAllBe(connection => connection.State == ConnectionState.Enabled);
            host.Catalog.Current.ShouldAllBe(options => options.Token == $"token-of-{options.Name.Replace(' ', '-')}");
            reads++;
        }

        return reads;
    }
}
