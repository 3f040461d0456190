using System.Globalization;
using System.Text.Json;

namespace JoorBus.Joor;

/// <summary>Background jobs of one kind: started by a bulk call, read by id, awaited.</summary>
internal sealed class JoorJobs(JoorRequestDoor door, TimeProvider clock, string path, string jobsName, string idName, string recordName)
{
    /// <summary>Shortest time between two looks, as each costs a credit.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    public Task<JoorAnswer<JoorJob>> StartAsync(HttpMethod verb, JoorBodyContent body, JoorChecks checks, CancellationToken cancellationToken)
    {
        var kind = verb == HttpMethod.Put ? JoorRequestKind.RepeatableWrite : JoorRequestKind.Write;
        return checks.OrSend(door, new JoorRequest(verb, path, "", kind, JoorPriority.Products) { Body = body }, Read, cancellationToken);
    }

    public Task<JoorAnswer<JoorJob>> ReadAsync(string id, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        var request = new JoorRequest(HttpMethod.Get, $"{path}/{JoorQueryText.Segment(id)}", "", JoorRequestKind.Read, JoorPriority.Products) { Endpoint = path };
        return door.SendAsync(request, Read, cancellationToken);
    }

    public async Task<JoorAnswer<JoorJob>> WaitAsync(string id, TimeSpan interval, IProgress<JoorJob>? progress, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(interval, Shortest);
        while (true)
        {
            var answer = await ReadAsync(id, cancellationToken);
            if (answer is not JoorAnswer<JoorJob>.Accepted accepted)
                return answer;
            progress?.Report(accepted.Value);
            if (accepted.Value.IsFinished)
                return answer;
            await Task.Delay(interval, clock, cancellationToken);
        }
    }

    internal JoorAnswer<JoorJob> Read(JoorBody body) => JoorTrees.Read(body, root =>
    {
        var envelope = JoorEnvelope.Find(root);
        if (envelope is { IsSuccess: false })
            return envelope.Refuse<JoorJob>(body.Excerpt);
        if (Nodes(root) is not [var node, ..] || new JoorFields(node, "job", new JoorFaults()) is var fields && fields.Text(idName) is null)
            return new JoorAnswer<JoorJob>.Unreadable(string.Create(CultureInfo.InvariantCulture, $"it holds no {idName}"), body.Excerpt.Of(body.Bytes.Span)) { LogId = envelope?.LogId };
        return new JoorAnswer<JoorJob>.Accepted(Job(fields), body.CreditsLeft) { LogId = envelope?.LogId };
    });

    private IReadOnlyList<JsonElement> Nodes(JsonElement root) => JoorV2Answers.Elements(root, jobsName) switch
    {
        // In XML the list may have a node for each job.
        [{ ValueKind: JsonValueKind.Object } only] when JoorText.Properties(only).Values.ToArray() is [{ ValueKind: JsonValueKind.Object } inner] => [inner],
        var nodes => nodes,
    };

    private JoorJob Job(JoorFields fields) => new()
    {
        Id = fields.Text(idName)!,
        Status = fields.Text("status"),
        CreatedAt = fields.Time("created"),
        ModifiedAt = fields.Time("modified"),
        Records = fields.Integer($"{recordName}_record_count"),
        Done = fields.Integer($"{recordName}_record_progress"),
    };
}
