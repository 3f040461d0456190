using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using JoorBus.Asking;
using JoorBus.Http;

namespace JoorBus.Commands;

/// <summary>Reads settings, changes what a person gave, and writes them back unless somebody else did meanwhile.</summary>
internal static class SettingsAsking
{
    /// <param name="parsed">What was typed.</param>
    /// <param name="address">Which server.</param>
    /// <param name="path">Of the settings.</param>
    /// <param name="edit">Applies what was given.</param>
    /// <param name="more">What the change carries beside settings and version.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The settings as they are then.</returns>
    public static async Task<ServerAnswer> AskAsync(
        ParseResult parsed, ServerAddress address, string path, Action<SettingEdits> edit, JsonObject more, CancellationToken cancellationToken)
    {
        var answer = await Server.AskAsync(address, path, cancellationToken);
        if (answer is not ServerAnswer.Answered(var text))
            return answer;
        var view = JsonSerializer.Deserialize(text, ApiJson.Default.SettingsView)!;
        var edits = new SettingEdits(view.Settings, parsed);
        edit(edits);
        if (edits.Fault is { } fault)
            return new ServerAnswer.Failed(fault);
        if (!edits.AreAny)
            return answer;
        more["version"] = view.Version;
        more["settings"] = view.Settings.DeepClone();
        return await Server.ChangeAsync(address, HttpMethod.Put, path, more.ToJsonString(), hasSecrets: false, cancellationToken);
    }
}
