using System.Text.Json;
using System.Text.Json.Nodes;
using JoorBus.Connections.Storing;
using JoorBus.Joor;

namespace JoorBus.Connections.Managing;

/// <summary>A stored connection as it would be after a change.</summary>
internal sealed class ConnectionDraft
{
    // Stands for a secret that is there but cannot be opened, so that the rules do not miss it.
    private const string Shut = "sealed";

    // What JOOR cannot notice; anything else, a setting of tomorrow too, is tested.
    private static readonly string[] Harmless =
    [
        "concurrency", "borrowConcurrencyFrom", "oneAtATime", "totalTimeout", "requestTimeout", "pollInterval", "pageSize", "maxAnswerBytes", "maxOrderBytes",
        "orderStatuses", "startDate", "windowOverlap", "exportMark", "orderTypeCodes",
    ];

    public required JoorConnectionOptions Options { get; init; }

    /// <summary>Whether JOOR may answer differently now.</summary>
    public required bool IsAccessChanged { get; init; }

    /// <summary>The key of a secret that is kept and cannot be opened; null when all can.</summary>
    public required string? ShutKeyId { get; init; }

    public static (ConnectionDraft Draft, IReadOnlyList<FieldFault> Faults) Of(
        StoredConnection stored, (JoorConnectionOptions? Options, string? MissingKeyId) opened, ConnectionChange change)
    {
        var (options, faults) = SettingsPatch.Apply(stored.Settings, change.Settings);
        (options.Name, options.Key, options.Revision) = (change.Name ?? stored.Name, stored.Key, stored.Version);
        var (replaced, kept) = (false, false);
        foreach (var field in ConnectionSecrets.All)
        {
            var present = !stored.Secrets.ContainsKey(field) ? null : opened.Options is { } readable ? ConnectionSecrets.Read(readable, field) : Shut;
            var isGiven = change.Secrets.TryGetValue(field, out var secret);
            ConnectionSecrets.Write(options, field, isGiven ? secret : present);
            replaced |= isGiven && (secret != present || opened.Options is null);
            kept |= !isGiven && present is not null;
        }

        var draft = new ConnectionDraft
        {
            Options = options,
            IsAccessChanged = replaced || !JsonNode.DeepEquals(Access(stored.Settings), Access(options)),
            ShutKeyId = kept ? opened.MissingKeyId : null,
        };
        return (draft, faults);
    }

    private static JsonObject Access(JoorConnectionOptions options)
    {
        var settings = JsonSerializer.SerializeToNode(options, SettingsJson.Api)!.AsObject();
        foreach (var field in Harmless)
            settings.Remove(field);
        return settings;
    }
}
