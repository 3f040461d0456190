using System.CommandLine;
using System.Globalization;

namespace JoorBus.Commands;

/// <summary><c>joorbus simulate orders</c>: a retailer's orders in a running JOOR stand-in.</summary>
internal static class SimulateOrdersCommand
{
    public static Command Create()
    {
        var client = new SimulatorClient();
        var count = new Option<int>("--count") { Description = "How many, 1 to 10,000", DefaultValueFactory = _ => 1 };
        var account = new Option<int>("--account") { Description = "Which account, from 0" };
        var amend = new Option<int>("--amend") { Description = "How many of them are changed" };
        var after = new Option<double>("--after") { Description = "Seconds until they are changed and cancelled, 0 to 3600" };
        var cancel = new Option<int>("--cancel") { Description = "How many of the others are cancelled" };
        count.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 10_000)
                result.AddError("--count is 1 to 10000");
        });
        after.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 0 and <= 3600))
                result.AddError("--after is 0 to 3600 seconds");
        });
        var command = new Command("orders", "Approves new orders in a running JOOR stand-in and prints their ids. Example: joorbus simulate orders --count 5") { count, account, amend, cancel, after };
        client.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var clients = client.Open(parsed);
            using var joor = clients.GetRequiredService<IHttpClientFactory>().CreateClient(SimulatorClient.JoorName);
            try
            {
                var place = parsed.GetValue(account).ToString(CultureInfo.InvariantCulture);
                var ids = await PostAsync(joor, string.Create(CultureInfo.InvariantCulture, $"/_simulator/orders?count={parsed.GetValue(count)}&account={place}"), cancellationToken);
                await Task.Delay(TimeSpan.FromSeconds(parsed.GetValue(after)), TimeProvider.System, cancellationToken);
                foreach (var id in ids.Take(parsed.GetValue(amend)))
                    await ChangeAsync(joor, $"/_simulator/orders/{id}/amend?account={place}", cancellationToken);
                foreach (var id in ids.Skip(parsed.GetValue(amend)).Take(parsed.GetValue(cancel)))
                    await ChangeAsync(joor, $"/_simulator/orders/{id}/cancel?account={place}", cancellationToken);
                await parsed.InvocationConfiguration.Output.WriteLineAsync(string.Join(' ', ids));
                return ExitCode.Done;
            }
            catch (HttpRequestException fault)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"The JOOR stand-in at {joor.BaseAddress} did not do it: {fault.Message}");
                return ExitCode.Failed;
            }
        });
        return command;
    }

    private static async Task<IReadOnlyList<string>> PostAsync(HttpClient joor, string path, CancellationToken cancellationToken)
    {
        using var answer = await joor.PostAsync(new Uri(path, UriKind.Relative), null, cancellationToken);
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<IReadOnlyList<string>>(cancellationToken) ?? [];
    }

    private static async Task ChangeAsync(HttpClient joor, string path, CancellationToken cancellationToken)
    {
        using var answer = await joor.PostAsync(new Uri(path, UriKind.Relative), null, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}
