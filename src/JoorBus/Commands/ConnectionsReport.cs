using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using JoorBus.Connections.Cataloguing;
using JoorBus.Connections.Listing;
using JoorBus.Connections.Managing;
using JoorBus.Http;
using Spectre.Console;

namespace JoorBus.Commands;

/// <summary>Connections for people. Returns the exit code.</summary>
internal static class ConnectionsReport
{
    public static int WriteList(TextWriter output, IReadOnlyList<ConnectionView> views)
    {
        if (views.Count == 0)
        {
            output.WriteLine("There is no connection yet; add one with: joorbus connections add");
            return ExitCode.Done;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumns("Name", "API", "Environment", "State", "Orders through", "Last poll", "Last test", "Credits left", "429s");
        foreach (var view in views)
        {
            table.AddRow(
                new Text(view.Name),
                Setting(view, "apiVersion"),
                Setting(view, "environment"),
                State(view),
                new Text(view.OrdersThrough),
                new Text(view.LastPoll is { } poll ? $"{ShortTime.Of(poll.At)} {(poll.Error is null ? "ok" : "failed")}" : ""),
                new Text(view.LastTest is { } test ? $"{ShortTime.Of(test.At)} {(test.IsGood ? "good" : test.Kind)}" : ""),
                new Text(view.Credits?.Left.ToString(CultureInfo.InvariantCulture) ?? ""),
                new Text(view.Credits?.Throttled.ToString(CultureInfo.InvariantCulture) ?? ""));
        }

        Screen.On(output).Write(table);
        output.WriteLine($"{views.Count} connection{(views.Count == 1 ? "" : "s")}. Times are UTC.");
        return ExitCode.Done;
    }

    public static int WriteOne(TextWriter output, ConnectionView view)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(3)).AddColumn();
        Add("Name", view.Name);
        Add("Key", view.Key == view.Name ? null : view.Key);
        grid.AddRow(new Text("State"), State(view));
        Add("Orders through", view.OrdersThrough);
        Add("Token", IsSet(view.HasToken));
        Add("Client secret", IsSet(view.HasClientSecret));
        Add("Password", IsSet(view.HasPassword));
        Add("Sealed with key", view.KeyId);
        foreach (var (field, value) in view.Settings)
            Add(field, field == "trustedCertificate" && value is not null ? "set" : Shown(value));
        Add("Added", view.CreatedAt is { } created ? ShortTime.Of(created) : null);
        Add("Changed", view.ChangedAt is { } changed ? ShortTime.Of(changed) : null);
        Add("Last poll", view.LastPoll is { } poll ? $"{ShortTime.Of(poll.At)} {poll.Error ?? "ok"}" : null);
        Add("Last test", view.LastTest is { } test ? $"{ShortTime.Of(test.At)} {test.Kind}: {test.Sentence} {test.Advice}" : null);
        Add("Credits left", view.Credits?.Left.ToString(CultureInfo.InvariantCulture));
        Screen.On(output).Write(grid);
        output.WriteLine("Times are UTC. Secrets are replaced, never shown.");
        return ExitCode.Done;

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                grid.AddRow(new Text(name), new Text(value));
        }
    }

    public static int WriteChange(TextWriter output, TextWriter error, string verb, string json)
    {
        var changed = JsonSerializer.Deserialize(json, ApiJson.Default.ConnectionChanged)!;
        var done = verb switch { "add" => "added", "set" => "changed", "test" => "tested", "remove" => "removed, its secrets are wiped", var other => other + "d" };
        if (changed.Test is { } test)
            output.WriteLine($"{test.Sentence}");
        output.WriteLine($"'{changed.Name}' is {done}.");
        if (changed.StillUnderWay is null)
            return ExitCode.Done;
        error.WriteLine(changed.StillUnderWay);
        return ExitCode.Failed;
    }

    public static int WriteRotation(TextWriter output, TextWriter error, KeyRotationReport report)
    {
        output.WriteLine($"{report.Secrets} secrets of {report.Connections} connections are sealed anew; all that could be opened is now under key '{report.KeyId}'.");
        if (report.Shut.Count == 0)
        {
            output.WriteLine("Older lines may be taken out of the master key file now.");
            return ExitCode.Done;
        }

        error.WriteLine($"These stayed as they were, since no key of that host opens them: {string.Join(", ", report.Shut)}. Keep the older lines.");
        return ExitCode.Failed;
    }

    private static Markup State(ConnectionView view) => view.State switch
    {
        ConnectionState.Enabled => new("[green]enabled[/]"),
        ConnectionState.Disabled => new("[grey]disabled[/]"),
        ConnectionState.FromConfiguration => new("[green]from configuration[/]"),
        ConnectionState.HiddenByConfiguration => new("[yellow]hidden by configuration[/]"),
        _ => new($"[red]secrets cannot be opened (key id {Markup.Escape(view.KeyId ?? "unknown")})[/]"),
    };

    private static Text Setting(ConnectionView view, string field) => new(Shown(view.Settings[field]) ?? "");

    private static string? Shown(JsonNode? value) => value is null ? null : value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();

    private static string IsSet(bool isSet) => isSet ? "set" : "not set";
}
