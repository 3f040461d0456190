using System.Text;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace JoorBus.Joor.Tests;

public sealed class When_JOOR_echoes_a_secret
{
    private static readonly string Encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(Gateway.Token));

    public static TheoryData<int, string> Echoes => new()
    {
        { 401, $"token {Gateway.Token} is wrong" },
        { 400, JsonSerializer.Serialize(new { response = new { code = 3, comment = $"bad OAuth2 {Encoded}" } }) },
        { 500, $"<html>{Uri.EscapeDataString(Gateway.Token)}</html>" },
        { 200, $"<html>{new string(' ', 150)}{Gateway.Token}{Encoded}" },
        { 200, $"{new string('x', 199)}{Gateway.Token}" },
        { 200, JsonSerializer.Serialize(new { response = new { code = 3, comment = Gateway.Token } }) },
        { 200, JsonSerializer.Serialize(new { orders = new[] { new { order_comments = Gateway.Token, order_total = Encoded } } }) },
        { 200, string.Concat(Enumerable.Repeat(Encoded, 300)) },
    };

    [Theory]
    [MemberData(nameof(Echoes))]
    public async Task Should_show_it_nowhere(int status, string body)
    {
        await using var joor = new JoorStandIn(Answers.Status(status, body));
        await using var gateway = new Gateway(joor.Url);

        var answer = await gateway.ReadAsync();

        var shown = answer + answer.Explain() + string.Join('\n', gateway.Log.Lines) + string.Join('\n', Readings(answer));
        foreach (var secret in new[] { Gateway.Token, Encoded, Uri.EscapeDataString(Gateway.Token), JsonEncodedText.Encode(Gateway.Token).ToString() })
            shown.ShouldNotContain(secret);
        shown.ShouldNotContain(Gateway.Token[..12]);
        shown.ShouldNotContain(Encoded[..12]);
    }

    private static IEnumerable<JoorOrderReading> Readings(JoorAnswer<JoorOrderPage> answer) =>
        answer is JoorAnswer<JoorOrderPage>.Accepted page ? page.Value.Orders : [];
}
