using System.Text.Json;
using JoorBus.Http;
using JoorBus.Orders.Listing;
using JoorBus.TestKit;
using Microsoft.AspNetCore.Builder;

namespace JoorBus.EndToEnd.World;

/// <summary>A host in this process, asked as people ask it: through the command line.</summary>
public sealed class RunningHost(WebApplication app, LogLines log) : IAsyncDisposable
{
    private readonly string url = app.Urls.First();
    private bool isStopped;

    public LogLines Log => log;

    public string Url => url;

    public Task<Verb> AskAsync(params string[] verb) => Verb.RunAsync([.. verb, "--server", url]);

    public async Task<OrderDetail?> ShowAsync(string id)
    {
        var verb = await AskAsync("orders", "show", id, "--json");
        return verb.Code == 0 ? JsonSerializer.Deserialize<OrderDetail>(verb.Output, JsonSerializerOptions.Web) : null;
    }

    public async Task<IReadOnlyList<OrderRow>> ListAsync(params string[] options)
    {
        var verb = await AskAsync(["orders", "list", "--json", "--limit", "1000", .. options]);
        verb.Code.ShouldBe(0, verb.Error);
        return JsonSerializer.Deserialize<List<OrderRow>>(verb.Output, JsonSerializerOptions.Web)!;
    }

    public async Task<OrderDetail> ShowOnceAsync(string id, string state) =>
        (await Eventually.ReadsAsync(() => ShowAsync(id), detail => detail?.Order.State == state, $"order {id} is {state}"))!;

    public async Task StopAsync()
    {
        isStopped = true;
        await app.StopAsync();
        await app.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!isStopped)
        {
            await StopAsync();
        }
    }
}
