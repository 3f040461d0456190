using System.Text;
using JoorBus.Simulators.Joor;

namespace JoorBus.EndToEnd.Connections;

/// <summary>Every secret of the story; the spellings of each in base64, in an address and in clear all differ.</summary>
internal static class StorySecrets
{
    public const string FirstToken = "first+t0ken/of=acme";
    public const string WrongToken = "wr0ng+token/of=acme";
    public const string WrongPassword = "wr0ng p&ssword/of=bolt";
    public const string HttpToken = "http-t0ken-of-more-than-24-letters";

    private const string FirstKey = "first+master/key_of=32_bytes!!&1";
    private const string SecondKey = "second+master/key_of=32_bytes!&2";

    public static IReadOnlyList<string> LaterTokens { get; } = ["second+t0ken/of=acme", "third+t0ken/of=acme", "fourth+t0ken/of=acme"];

    public static JoorSimulatorUser FirstUser { get; } = User("first");

    public static JoorSimulatorUser SecondUser { get; } = User("second");

    public static string FirstKeyLine => $"k1:{Base64(FirstKey)}";

    public static string SecondKeyLine => $"k2:{Base64(SecondKey)}";

    public static IReadOnlyList<string> All =>
    [
        FirstToken, .. LaterTokens, WrongToken, WrongPassword, HttpToken, FirstKey, Base64(FirstKey), SecondKey, Base64(SecondKey),
        FirstUser.ClientSecret, FirstUser.Password, SecondUser.ClientSecret, SecondUser.Password,
    ];

    private static JoorSimulatorUser User(string which) => new()
    {
        ClientId = "joorbus", Username = "orders@bolt.example", ClientSecret = $"{which} client s&cret/of=bolt", Password = $"{which} p&ssword/of=bolt",
    };

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
