using JoorBus.Connections.Sealing;

namespace JoorBus.Connections.Tests.Sealing;

public sealed class When_a_secret_is_sealed
{
    private const string Secret = "s3cret-token-ü";
    private static readonly Guid Acme = new("11111111-1111-1111-1111-111111111111");
    private static readonly Guid Other = new("22222222-2222-2222-2222-222222222222");
    private readonly SecretSeal _seal = Keys.Seal(Keys.Old);

    [Fact]
    public void Should_open_for_its_connection_and_field()
    {
        _seal.TryOpen(Acme, "token", Seal(), out var opened).ShouldBeTrue();

        opened.ShouldBe(Secret);
    }

    [Fact]
    public void Should_tell_its_version_and_key_and_nothing_of_the_secret()
    {
        var box = Seal();

        box.ShouldStartWith("v1.old.");
        SecretSeal.KeyIdOf(box).ShouldBe("old");
        box.ShouldNotContain(Secret);
        box.ShouldNotContain(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Secret)).TrimEnd('='));
    }

    [Fact]
    public void Should_look_different_each_time() => Enumerable.Range(0, 100).Select(_ => Seal()).Distinct().Count().ShouldBe(100);

    [Fact]
    public void Should_stay_shut_for_another_connection() => Opens(Other, "token", Seal()).ShouldBeFalse();

    [Fact]
    public void Should_stay_shut_for_another_field() => Opens(Acme, "password", Seal()).ShouldBeFalse();

    [Fact]
    public void Should_stay_shut_when_any_byte_was_changed()
    {
        var parts = Seal().Split('.');
        var box = Convert.FromBase64String(parts[2]);
        for (var at = 0; at < box.Length; at++)
        {
            box[at] ^= 1;
            Opens(Acme, "token", $"v1.old.{Convert.ToBase64String(box)}").ShouldBeFalse($"byte {at}");
            box[at] ^= 1;
        }
    }

    [Fact]
    public void Should_stay_shut_when_it_was_cut()
    {
        var box = Seal();
        for (var length = 0; length < box.Length; length++)
            Opens(Acme, "token", box[..length]).ShouldBeFalse($"{length} characters");
    }

    [Fact]
    public void Should_stay_shut_when_another_key_id_is_claimed()
    {
        var key = Keys.Old.Split(':')[1];
        var twoNames = Keys.Seal($"{Keys.Old},same:{key}");

        twoNames.TryOpen(Acme, "token", Seal().Replace("v1.old.", "v1.same.", StringComparison.Ordinal), out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("token")]
    [InlineData("v2.old.AAAA")]
    [InlineData("v1.old.")]
    [InlineData("v1.old.not base64")]
    [InlineData("v1.old.AAAA.AAAA")]
    public void Should_refuse_what_is_no_sealed_secret(string text) => Opens(Acme, "token", text).ShouldBeFalse();

    [Fact]
    public void Should_stay_shut_without_its_key() => Keys.Seal(Keys.New).TryOpen(Acme, "token", Seal(), out _).ShouldBeFalse();

    [Fact]
    public void Should_open_with_a_later_line_and_seal_with_the_first()
    {
        var both = Keys.Seal($"{Keys.New}\n{Keys.Old}");

        both.TryOpen(Acme, "token", Seal(), out var opened).ShouldBeTrue();
        opened.ShouldBe(Secret);
        SecretSeal.KeyIdOf(both.TrySeal(Acme, "token", Secret)!).ShouldBe("new");
    }

    [Fact]
    public void Should_not_be_sealed_without_any_key() => new SecretSeal(Keys.Of(new MasterKeyOptions())).TrySeal(Acme, "token", Secret).ShouldBeNull();

    private string Seal() => _seal.TrySeal(Acme, "token", Secret)!;

    private bool Opens(Guid connection, string field, string box) => _seal.TryOpen(connection, field, box, out _);
}
