using Shouldly;
using Xunit;

namespace JoorBus.Joor.Tests;

public sealed class When_JOOR_answers
{
    [Fact]
    public async Task Should_send_the_documented_request()
    {
        await using var joor = new JoorStandIn(Answers.Json(Answers.NoOrders));
        await using var gateway = new Gateway(joor.Url);
        var query = new JoorOrderQuery
        {
            Filter = JoorOrderFilter.Approved,
            ExportStatus = JoorExportStatus.NotExportedOrModified,
            ModifiedFrom = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(2)),
            ModifiedUntil = new DateTimeOffset(2026, 3, 1, 11, 0, 0, TimeSpan.Zero),
            StartFrom = 100,
            Count = 25,
        };

        await ((JoorV2OrderReader)gateway.Reader).ReadPageAsync(query, CancellationToken.None);

        var request = joor.Requests.Single();
        request.ShouldStartWith("GET /v2/order/?order_type=6&export_status=5&date_start=2026-03-01T10%3A00%3A00.000000Z&date_end=2026-03-01T11%3A00%3A00.000000Z&sync=0&check=0&start_from=100&count=25 ");
        request.ShouldContain("Authorization: OAuth2 dDBrZW4rd2l0aC9vZGQ9Y2hhcnMtMDEyMzQ1Njc4OQ==\r\n");
        request.ShouldContain("Accept: application/json\r\n");
        request.ShouldContain("Content-Type: application/json\r\n");
    }

    [Fact]
    public async Task Should_mark_only_when_told_to()
    {
        await using var joor = new JoorStandIn(Answers.Json(Answers.NoOrders));
        await using var gateway = new Gateway(joor.Url);

        await gateway.ReadAsync(mark: true);

        joor.Requests.Single().ShouldStartWith("GET /v2/order/?order_type=6&sync=1&check=0&count=50 ");
    }

    [Fact]
    public async Task Should_give_the_page_with_clock_log_id_and_credits()
    {
        await using var joor = new JoorStandIn(Answers.Json(Answers.NoOrders));
        await using var gateway = new Gateway(joor.Url);

        var answer = (await gateway.ReadAsync()).ShouldBeOfType<JoorAnswer<JoorOrderPage>.Accepted>();

        answer.CreditsLeft.ShouldBe(299);
        answer.Value.LogId.ShouldBe("log-1");
        answer.Value.ServerTime.ShouldBe(new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.Zero));
        gateway.Log.Lines.ShouldHaveSingleItem().ShouldContain("JOOR acme GET /order/: Accepted after 1 attempt(s), 1 credits spent, 299 left");
    }

    [Theory]
    [InlineData(401, typeof(JoorAnswer<JoorOrderPage>.Unauthorised))]
    [InlineData(403, typeof(JoorAnswer<JoorOrderPage>.Unauthorised))]
    [InlineData(404, typeof(JoorAnswer<JoorOrderPage>.NotFound))]
    [InlineData(400, typeof(JoorAnswer<JoorOrderPage>.Refused))]
    [InlineData(422, typeof(JoorAnswer<JoorOrderPage>.Refused))]
    [InlineData(302, typeof(JoorAnswer<JoorOrderPage>.Refused))]
    [InlineData(500, typeof(JoorAnswer<JoorOrderPage>.Failed))]
    [InlineData(503, typeof(JoorAnswer<JoorOrderPage>.Failed))]
    public async Task Should_turn_a_status_into_an_outcome(int status, Type outcome)
    {
        await using var joor = new JoorStandIn(Answers.Status(status, "no such luck"));
        await using var gateway = new Gateway(joor.Url);

        var answer = await gateway.ReadAsync(mark: true);

        answer.ShouldBeOfType(outcome);
        answer.Explain().ShouldStartWith($"GET {joor.Url}/order/ of connection 'acme': ");
    }

    [Theory]
    [InlineData("""{"orders":{"response":{"code":17,"comment":"Invalid date","log_id":"log-9"}}}""")]
    [InlineData("""{"response":{"code":"17","comment":"Invalid date","log_id":"log-9"},"orders":""}""")]
    public async Task Should_pass_on_JOORs_words_when_it_refuses(string body)
    {
        await using var joor = new JoorStandIn(Answers.Json(body));
        await using var gateway = new Gateway(joor.Url);

        var answer = (await gateway.ReadAsync()).ShouldBeOfType<JoorAnswer<JoorOrderPage>.Refused>();

        answer.Reason.ShouldBe("code 17, \"Invalid date\"");
        answer.LogId.ShouldBe("log-9");
    }

    [Theory]
    [InlineData("<html><title>Sign in</title></html>", "it is HTML; a proxy")]
    [InlineData("<?xml version='1.0'?><orders>", "it is broken XML at line 1")]
    [InlineData("""{"orders":[{"order_id":1""", "it is broken JSON at line 1")]
    [InlineData("", "it is empty")]
    [InlineData("[1,2", "it is broken JSON")]
    [InlineData("\"hello\"", "it holds no list of orders")]
    [InlineData("""{"error":"nope"}""", "it holds no list of orders")]
    public async Task Should_say_why_an_answer_cannot_be_read(string body, string reason)
    {
        await using var joor = new JoorStandIn(Answers.Json(body));
        await using var gateway = new Gateway(joor.Url);

        var answer = (await gateway.ReadAsync()).ShouldBeOfType<JoorAnswer<JoorOrderPage>.Unreadable>();

        answer.Reason.ShouldStartWith(reason);
    }

    [Fact]
    public async Task Should_refuse_an_answer_over_the_limit()
    {
        await using var joor = new JoorStandIn(Answers.Json($$"""{"orders":[],"padding":"{{new string('x', 5000)}}"}"""));
        await using var gateway = new Gateway(joor.Url, options => options.MaxAnswerBytes = 4096);

        var answer = (await gateway.ReadAsync()).ShouldBeOfType<JoorAnswer<JoorOrderPage>.Unreadable>();

        answer.Reason.ShouldContain("larger than 4096 bytes");
        answer.Excerpt.Length.ShouldBe(200);
    }
}
