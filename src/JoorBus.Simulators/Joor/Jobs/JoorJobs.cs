using System.Text.Json.Nodes;

namespace JoorBus.Simulators.Joor;

/// <summary>Bulk jobs of one account, one after the other; used only under the account's lock.</summary>
internal sealed class JoorJobs(JoorCatalog catalog, JoorCustomers customers, TimeSpan duration)
{
    private readonly List<StoredJob> _jobs = [];

    public IReadOnlyList<StoredJob> All => _jobs;

    public StoredJob Add(JoorJobKind kind, IReadOnlyList<JsonObject> records, DateTimeOffset now)
    {
        var start = _jobs.Count > 0 && _jobs[^1].EndsAt > now ? _jobs[^1].EndsAt : now;
        var job = new StoredJob { Id = _jobs.Count + 1, Kind = kind, Records = records, CreatedAt = now, StartsAt = start, EndsAt = start + duration };
        _jobs.Add(job);
        return job;
    }

    /// <summary>Lets the jobs that have ended by now take effect.</summary>
    public void Advance(DateTimeOffset now)
    {
        foreach (var job in _jobs.Where(job => !job.IsDone && job.EndsAt <= now))
        {
            job.IsDone = true;
            job.Refusals.AddRange(job.Records.Select(record => Apply(job, record)).OfType<string>());
        }
    }

    private string? Apply(StoredJob job, JsonObject record)
    {
        if (job.Kind == JoorJobKind.Customers)
            return CustomerWriting.Merge(customers, record);
        var known = catalog.Style(record.Text("style_number"), record.Text("style_identifier"));
        if (V2StyleWriting.Fault(catalog, record, isNew: known is null) is { } fault)
            return fault;
        V2StyleWriting.Apply(catalog, known ?? catalog.Add(record.Text("style_number")!, record.Text("style_identifier")!, record.Text("style_name")!, job.EndsAt), record, job.EndsAt);
        return null;
    }
}
