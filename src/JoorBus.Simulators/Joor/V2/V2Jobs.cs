using System.Globalization;
using System.Text.Json.Nodes;

namespace JoorBus.Simulators.Joor;

/// <summary>Starting bulk jobs and asking how far they are.</summary>
internal static class V2Jobs
{
    private static readonly Dictionary<JoorJobKind, (string Root, string Item)> Names = new()
    {
        [JoorJobKind.Styles] = ("bulk_styles", "style"),
        [JoorJobKind.Customers] = ("bulk_connections", "connection"),
    };

    public static JoorAnswer Start(JoorCall call, JoorJobKind kind)
    {
        var (root, item) = Names[kind];
        var records = call.Tree.Items(root, item).OfType<JsonObject>().Where(_ => !call.IsHit()).Select(record => (JsonObject)record.DeepClone()).ToList();
        return records.Count == 0
            ? call.RefuseContent($"{root} with at least one {item} is required")
            : Answer(call, call.Account.Jobs.Add(kind, records, call.Now)) with { ItemsAccepted = records.Count };
    }

    public static JoorAnswer Read(JoorCall call, JoorJobKind kind) =>
        call.Account.Jobs.All.FirstOrDefault(job => job.Kind == kind && $"{job.Id}" == call.Places[0]) is { } job ? Answer(call, job) : call.Refuse(404, "Job not found");

    private static JoorAnswer Answer(JoorCall call, StoredJob job)
    {
        var (root, item) = Names[job.Kind];
        return call.Answer(
            root,
            new JsonObject
            {
                [$"{root}_jobs"] = new JsonArray(new JsonObject
                {
                    [$"{root}_job_id"] = job.Id,
                    ["status"] = job.StatusAt(call.Now),
                    ["created"] = Time(job.CreatedAt),
                    ["modified"] = Time(job.ModifiedAt(call.Now)),
                    [$"{item}_record_count"] = job.Records.Count,
                    [$"{item}_record_progress"] = job.ProgressAt(call.Now),
                }),
            },
            new JsonObject { ["code"] = 0 });
    }

    private static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
