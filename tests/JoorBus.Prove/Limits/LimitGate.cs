using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Prove.Limits;

/// <summary>Stands in front of JOOR and counts how many requests of each limit group are under way at once; JOOR itself knows accounts only.</summary>
internal sealed class LimitGate : IAsyncDisposable
{
    private static readonly string[] Passed = ["Authorization", "Accept"];
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _atOnce = [];
    private readonly HttpClient _joor = new(new SocketsHttpHandler { UseProxy = false });
    private readonly WebApplication _app;
    private readonly Uri _target;
    private readonly Dictionary<string, string> _groups;

    private LimitGate(Uri target)
    {
        _target = target;
        _groups = Enumerable.Range(0, LimitsPlan.Connections).ToDictionary(
            connection => "OAuth2 " + Convert.ToBase64String(global::System.Text.Encoding.UTF8.GetBytes(LimitsPlan.TokenOf(connection))), LimitsPlan.GroupOf);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRouting();
        _app = builder.Build();
        _app.Run(PassAsync);
    }

    public Uri BaseUrl => new($"{_app.Urls.First()}/v2");

    /// <summary>Most requests at once of each limit group.</summary>
    public Dictionary<string, int> Most { get; } = [];

    public static async Task<LimitGate> StartAsync(Uri joor, CancellationToken cancellationToken)
    {
        var gate = new LimitGate(joor);
        await gate._app.StartAsync(cancellationToken);
        return gate;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _joor.Dispose();
    }

    private async Task PassAsync(HttpContext http)
    {
        var group = _groups[http.Request.Headers.Authorization.ToString()];
        Count(group, 1);
        var gone = 0;
        // A killed client's request is over at once, whatever the stand-in still does about it.
        await using var aborted = http.RequestAborted.Register(() => Leave());
        try
        {
            await ForwardAsync(http);
        }
        catch (Exception over) when (over is OperationCanceledException or HttpRequestException or IOException)
        {
            http.Abort();
        }
        finally
        {
            Leave();
        }

        void Leave() => Count(group, Interlocked.Exchange(ref gone, 1) == 0 ? -1 : 0);
    }

    private async Task ForwardAsync(HttpContext http)
    {
        using var request = new HttpRequestMessage(new HttpMethod(http.Request.Method), new Uri(_target, $"{http.Request.Path}{http.Request.QueryString}"));
        if (http.Request.ContentLength > 0)
        {
            request.Content = new StreamContent(http.Request.Body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", http.Request.ContentType);
        }
        foreach (var name in Passed)
            request.Headers.TryAddWithoutValidation(name, http.Request.Headers[name].ToString());
        using var answer = await _joor.SendAsync(request, http.RequestAborted);
        http.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => !header.Key.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase)))
            http.Response.Headers[name] = values.ToArray();
        await answer.Content.CopyToAsync(http.Response.Body, http.RequestAborted);
    }

    private void Count(string group, int change)
    {
        lock (_lock)
        {
            var now = _atOnce[group] = _atOnce.GetValueOrDefault(group) + change;
            Most[group] = Math.Max(Most.GetValueOrDefault(group), now);
        }
    }
}
