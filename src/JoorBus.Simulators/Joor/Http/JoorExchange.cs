using Microsoft.AspNetCore.Http;

namespace JoorBus.Simulators.Joor;

/// <summary>One request until its end: it ends in exactly one entry of the log.</summary>
internal sealed class JoorExchange(HttpContext http, JoorApi api, JoorRequest request, RequestLog log, CancellationToken ending)
{
    private static readonly Guid LogScope = new("6f0cd4a4-6d0f-5c1e-9a63-2f3a4d1b7e90");
    private static readonly byte[] Spaces = [.. Enumerable.Repeat((byte)' ', 64 * 1024)];

    private bool _isRecorded;

    public HttpContext Http => http;
    public JoorApi Api => api;
    public JoorRequest Request { get; set; } = request;
    public CancellationToken Ending => ending;
    public JoorFormat Format { get; } = JoorFormats.Of(api, http.Request);
    public Guid LogId { get; } = Seeded.Id(LogScope, $"{request.Number}");

    /// <summary>What it leaves when it is answered, before the client can know.</summary>
    public List<AtOnce.Stay> Stays { get; } = [];

    public Task Refuse(int status, string message) => Answer(Refusal(status, message));

    public JoorAnswer Refusal(int status, string message) => JoorRefusals.Of(api, status, message, LogId, Format);

    public void Note(JoorAnswer answer) => Request = Request with
    {
        OrdersRead = answer.OrdersRead,
        OrdersMarked = answer.OrdersMarked,
        ItemsAccepted = answer.ItemsAccepted,
        ItemsRefused = answer.ItemsRefused,
    };

    /// <summary>Recorded first, so that whoever has the answer finds it in the ledger.</summary>
    public async Task Answer(JoorAnswer answer)
    {
        Record(answer.Status);
        await Write(answer);
    }

    public async Task AnswerLate(JoorAnswer answer, TimeSpan delay, TimeProvider time)
    {
        Record(answer.Status);
        await Task.Delay(delay, time, ending);
        await Write(answer);
    }

    public async Task BreakOff(JoorAnswer answer)
    {
        Record(0);
        http.Response.ContentLength = answer.Body.Length;
        await http.Response.Body.WriteAsync(answer.Body.AsMemory(0, answer.Body.Length / 2), ending);
        await http.Response.Body.FlushAsync(ending);
        Leave();
        http.Abort();
    }

    public void Drop()
    {
        End();
        http.Abort();
    }

    /// <summary>Whatever came of it. A client that gave up has no answer.</summary>
    public void End()
    {
        if (!_isRecorded)
            Record(0);
        Leave();
    }

    private void Leave()
    {
        foreach (var stay in Stays)
            stay.Leave();
    }

    private void Record(int status)
    {
        _isRecorded = true;
        log.Record(Request with { Status = status });
    }

    private async Task Write(JoorAnswer answer)
    {
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = answer.ContentType;
        if (answer.Padding == 0)
            http.Response.ContentLength = answer.Body.Length;
        for (var left = answer.Padding; left > 0; left -= Spaces.Length)
            await http.Response.Body.WriteAsync(Spaces.AsMemory(0, (int)Math.Min(left, Spaces.Length)), ending);
        Leave();
        await http.Response.Body.WriteAsync(answer.Body, ending);
    }
}
