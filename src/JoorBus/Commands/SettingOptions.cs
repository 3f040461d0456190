using System.CommandLine;
using System.Text.Json.Nodes;

namespace JoorBus.Commands;

/// <summary>One option per setting of a connection; what is not given stays as it is. The server checks values and names the allowed ones.</summary>
internal sealed class SettingOptions
{
    private const string None = "none";

    private readonly (string Field, Option<string?> Option)[] texts =
    [
        ("apiVersion", Text("--api-version", "v2 (a token) or v4 (account id, OAuth client and user); default v2")),
        ("environment", Text("--environment", "production or sandbox; default production")),
        ("accountId", Text("--account-id", "JOOR's account id; v4 needs it, and connections with the same one share credits")),
        ("clientId", Text("--client-id", "v4 OAuth client")),
        ("username", Text("--username", "v4 user")),
        ("baseUrl", Text("--base-url", "Address instead of JOOR's, for stand-ins and proxies")),
        ("tokenUrl", Text("--token-url", "Address instead of JOOR's v4 token service")),
        ("format", Text("--format", "Format of what is sent through v2: json or xml; default json")),
        ("answerFormat", Text("--answer-format", "Format of what JOOR answers through v2: json or xml; default as --format")),
        ("concurrency", Text("--concurrency", "Requests at once: 1 to 25, default 5")),
        ("borrowConcurrencyFrom", Text("--borrow-concurrency-from", "Name of another connection: both together keep to that one's --concurrency")),
        ("ordersThrough", Text("--orders-through", "Which API orders are read from: auto, v2 or v4; default auto, which is v2 where there is a v2 token")),
        ("pollInterval", Text("--poll-interval", "Time between two order reads, hours:minutes:seconds; default 00:00:10")),
        ("requestTimeout", Text("--request-timeout", "Time for one attempt; default 00:00:30")),
        ("totalTimeout", Text("--total-timeout", "Time for a request with its repeats; default 00:02:00")),
        ("pageSize", Text("--page-size", "Orders per page: 1 to 500, default 50")),
        ("startDate", Text("--start-date", "Orders approved before this are ignored, such as 2026-01-31T00:00:00Z; default the moment the connection is first polled")),
        ("windowOverlap", Text("--window-overlap", "How far a read reaches back into the one before; default 00:02:00")),
    ];

    // Here none is a value of its own.
    private readonly Option<string?> exportMark = Text("--export-mark", "Whether JOOR is told that orders were stored: page or none; default page");

    private readonly Option<string?> statuses = Text("--order-statuses", "Comma list of the statuses that are imported, such as approved,pending; default approved");
    private readonly Option<bool?> oneAtATime = new("--one-at-a-time") { Description = "Whether each call of a v2 endpoint awaits the one before, as v4's always do: true or false, default true" };
    private readonly Option<string?> certificate = Text("--trust-certificate", "File with the PEM of one CA or server certificate to trust for this connection only");

    public void AddTo(Command command)
    {
        foreach (var (_, option) in texts)
            command.Add(option);
        command.Add(exportMark);
        command.Add(statuses);
        command.Add(oneAtATime);
        command.Add(certificate);
    }

    /// <summary>The settings given; or a sentence about a file that cannot be read.</summary>
    public (JsonObject Settings, string? Fault) Read(ParseResult parsed)
    {
        var settings = new JsonObject();
        foreach (var (field, option) in texts)
        {
            if (parsed.GetValue(option) is { } value)
                settings[field] = IsNone(value) ? null : value;
        }

        if (parsed.GetValue(exportMark) is { } mark)
            settings["exportMark"] = mark;
        if (parsed.GetValue(statuses) is { } list)
            settings["orderStatuses"] = IsNone(list) ? null : new JsonArray([.. list.Split(',', StringSplitOptions.TrimEntries).Select(status => (JsonNode)status)]);
        if (parsed.GetValue(oneAtATime) is { } isOne)
            settings["oneAtATime"] = isOne;
        if (parsed.GetValue(certificate) is not { } file)
            return (settings, null);
        try
        {
            settings["trustedCertificate"] = IsNone(file) ? null : File.ReadAllText(file);
            return (settings, null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (settings, $"--trust-certificate '{file}' cannot be read: {fault.Message}");
        }
    }

    private static bool IsNone(string value) => value.Equals(None, StringComparison.OrdinalIgnoreCase);

    private static Option<string?> Text(string name, string description) => new(name) { Description = description };
}
