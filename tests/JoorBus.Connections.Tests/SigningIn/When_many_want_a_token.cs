using JoorBus.Connections.SigningIn;
using JoorBus.Joor;
using JoorBus.TestKit;

namespace JoorBus.Connections.Tests.SigningIn;

public sealed class When_many_want_a_token
{
    private const string Secret = "client-s3cret";
    private const string Password = "p4ssw0rd";
    private readonly Logins _joor = new();

    [Fact]
    public async Task Should_log_in_once_for_all_callers_of_all_copies()
    {
        await using var one = await Brands.StartAsync();
        await using var other = await Brands.StartAsync(one);
        var (here, there) = (Tokens(one), Tokens(other));

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => AskAsync(i % 2 == 0 ? here : there)));

        answers.ShouldAllBe(token => token == "token-1");
        (_joor.Count, _joor.MostAtOnce).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Should_renew_once_when_JOOR_refuses_the_token()
    {
        await using var one = await Brands.StartAsync();
        await using var other = await Brands.StartAsync(one);
        var (here, there) = (Tokens(one), Tokens(other));
        await AskAsync(here);

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => AskAsync(i % 2 == 0 ? here : there, refused: "token-1")));

        answers.ShouldAllBe(token => token == "token-2");
        (_joor.Count, _joor.MostAtOnce).ShouldBe((2, 1));
    }

    [Fact]
    public async Task Should_log_in_again_when_the_token_has_ended()
    {
        var clock = new ManualClock();
        await using var one = await Brands.StartAsync();
        var tokens = new SharedJoorTokens(one.Database, clock);
        _joor.ServesUntil = clock.GetUtcNow().AddMinutes(55);
        await AskAsync(tokens);

        clock.Advance(TimeSpan.FromMinutes(54));
        (await AskAsync(tokens)).ShouldBe("token-1");
        clock.Advance(TimeSpan.FromMinutes(1));
        (await AskAsync(tokens)).ShouldBe("token-2");
    }

    [Theory]
    [InlineData("other-secret", Password)]
    [InlineData(Secret, "other-password")]
    [InlineData(Secret + Password, "")]
    public async Task Should_never_give_it_to_other_credentials(string secret, string password)
    {
        await using var one = await Brands.StartAsync();
        var tokens = Tokens(one);
        await AskAsync(tokens);

        (await AskAsync(tokens, Connection(secret, password))).ShouldBe("token-2");
    }

    [Fact]
    public async Task Should_keep_it_sealed()
    {
        await using var one = await Brands.StartAsync();
        _joor.Prefix = "clear-text-token";

        await AskAsync(Tokens(one));

        await using var command = one.Database.Command("select token from joor_tokens");
        System.Text.Encoding.UTF8.GetString((byte[])(await command.ExecuteScalarAsync())!).ShouldNotContain("clear-text-token");
    }

    [Fact]
    public async Task Should_not_share_a_failed_login_with_other_copies_but_with_those_who_waited_for_it()
    {
        await using var one = await Brands.StartAsync();
        await using var other = await Brands.StartAsync(one);
        var (here, there) = (Tokens(one), Tokens(other));
        _joor.Failures = 1;
        _joor.Hold = new TaskCompletionSource();

        var waiting = Enumerable.Range(0, 20).Select(_ => AskAsync(here)).ToList();
        await Eventually.BecomesTrueAsync(() => _joor.Count == 1, "the first caller logs in");
        _joor.Hold.SetResult();
        (await Task.WhenAll(waiting)).ShouldAllBe(token => token == null);

        _joor.Count.ShouldBe(1);
        (await AskAsync(there)).ShouldBe("token-2");
        (await AskAsync(here)).ShouldBe("token-2");
    }

    [Fact]
    public async Task Should_go_on_when_the_copy_that_logs_in_dies()
    {
        await using var one = await Brands.StartAsync();
        await using var other = await Brands.StartAsync(one);
        var dying = new TaskCompletionSource<JoorAnswer<JoorAccessToken>>();
        var first = Tokens(one).GetAsync(Connection(), null, _ => dying.Task, CancellationToken.None);
        await Eventually.BecomesTrueAsync(async () => await LockedAsync(one) > 0, "the first copy holds the row");

        var second = AskAsync(Tokens(other));
        await KillAsync(other);

        (await second.WaitAsync(TimeSpan.FromSeconds(10))).ShouldBe("token-1");
        dying.SetException(new IOException("its process is gone"));
        await Should.ThrowAsync<Exception>(() => first);
    }

    private static SharedJoorTokens Tokens(Brands brands) => new(brands.Database, TimeProvider.System);

    private async Task<string?> AskAsync(SharedJoorTokens tokens, JoorConnectionOptions? connection = null, string? refused = null) =>
        await tokens.GetAsync(connection ?? Connection(), refused, _joor.LogInAsync, CancellationToken.None) is JoorAnswer<JoorAccessToken>.Accepted(var token, _) ? token.Token : null;

    private static JoorConnectionOptions Connection(string secret = Secret, string password = Password) =>
        new() { Name = "acme", ApiVersion = JoorApiVersion.V4, ClientId = "id", ClientSecret = secret, Username = "user", Password = password };

    private static async Task<long> LockedAsync(Brands brands)
    {
        await using var command = brands.Database.Command("select count(*) from pg_stat_activity where datname = current_database() and state = 'idle in transaction'");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static Task<int> KillAsync(Brands brands) =>
        brands.ExecuteAsync("create table killed as select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and state = 'idle in transaction'");

    private sealed class Logins
    {
        private int _count;
        private int _atOnce;

        public string Prefix { get; set; } = "token";

        public DateTimeOffset ServesUntil { get; set; } = DateTimeOffset.MaxValue.AddYears(-1);

        public int Failures { get; set; }

        public TaskCompletionSource? Hold { get; set; }

        public int Count => _count;

        public int MostAtOnce { get; private set; }

        public async Task<JoorAnswer<JoorAccessToken>> LogInAsync(CancellationToken cancellationToken)
        {
            MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _atOnce));
            var number = Interlocked.Increment(ref _count);
            await (Hold?.Task ?? Task.CompletedTask);
            await Task.Yield();
            Interlocked.Decrement(ref _atOnce);
            return number <= Failures ? new JoorAnswer<JoorAccessToken>.Unauthorised("wrong password") : new JoorAnswer<JoorAccessToken>.Accepted(new JoorAccessToken($"{Prefix}-{number}", ServesUntil), 0);
        }
    }
}
