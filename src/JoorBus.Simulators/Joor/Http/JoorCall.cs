using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace JoorBus.Simulators.Joor;

/// <summary>A request that was let in, as a handler sees it.</summary>
internal sealed class JoorCall
{
    public required JoorAccount Account { get; init; }
    public required JoorSimulatorOptions Options { get; init; }
    public required HttpRequest Http { get; init; }
    public required JoorRequest Request { get; init; }
    public required byte[] Body { get; init; }
    public required DateTimeOffset Now { get; init; }
    public required Guid LogId { get; init; }
    public required JoorFormat Format { get; init; }

    /// <summary>The body; null when unreadable.</summary>
    public JsonNode? Tree => JoorTree.Read(Body, Http.ContentType);

    /// <summary>Draws whether a <see cref="JoorFaultKind.PartlyRejected"/> hits one element; always false without one.</summary>
    public required Func<bool> IsHit { get; init; }

    /// <summary>Texts at the places of the route's pattern.</summary>
    public IReadOnlyList<string> Places { get; set; } = [];

    /// <summary>A query parameter; null when missing or empty.</summary>
    public string? Query(string name) => Http.Query[name].ToString() is { Length: > 0 } text ? text : null;

    public JoorAnswer Refuse(int status, string comment) => JoorRefusals.V2(status, comment, LogId, Format);

    /// <summary>v2's answer to a body that cannot be taken over.</summary>
    public JoorAnswer RefuseContent(string comment) => Refuse(Options.RefusalStatus, comment);

    /// <summary>v2's answer: a root named for the resource, its response block, and the data.</summary>
    public JoorAnswer Answer(string root, JsonObject content) => Answer(root, content, new JsonObject { ["code"] = 0, ["comment"] = "", ["log_id"] = LogId.ToString() });

    public JoorAnswer Answer(string root, JsonObject content, JsonNode response)
    {
        content.Insert(0, "response", response);
        return JoorAnswer.Of(new JsonObject { [root] = content }, Format);
    }
}
