namespace JoorBus.Joor;

/// <summary>Many styles by a background job, which JOOR works off in order of arrival.</summary>
public sealed class JoorBulkStyles
{
    private const string Root = "bulk_styles";

    private readonly JoorJobs _jobs;

    internal JoorBulkStyles(JoorRequestDoor door, TimeProvider clock) =>
        _jobs = new JoorJobs(door, clock, "/bulk-style", "bulk_styles_jobs", "bulk_styles_job_id", "style");

    /// <summary>Starts a job that creates styles.</summary>
    public Task<JoorAnswer<JoorJob>> StartCreateAsync(IReadOnlyList<JoorStyle> styles, CancellationToken cancellationToken) =>
        StartAsync(HttpMethod.Post, styles, isNew: true, cancellationToken);

    /// <summary>Starts a job that sets styles.</summary>
    public Task<JoorAnswer<JoorJob>> StartUpdateAsync(IReadOnlyList<JoorStyle> styles, CancellationToken cancellationToken) =>
        StartAsync(HttpMethod.Put, styles, isNew: false, cancellationToken);

    /// <summary>How far a job is.</summary>
    public Task<JoorAnswer<JoorJob>> ReadJobAsync(string jobId, CancellationToken cancellationToken) => _jobs.ReadAsync(jobId, cancellationToken);

    /// <summary>Looks every <paramref name="interval"/> (at least 1 s, a credit each time) until the job is finished or an answer is not accepted.</summary>
    public Task<JoorAnswer<JoorJob>> WaitAsync(string jobId, TimeSpan interval, IProgress<JoorJob>? progress, CancellationToken cancellationToken) =>
        _jobs.WaitAsync(jobId, interval, progress, cancellationToken);

    private Task<JoorAnswer<JoorJob>> StartAsync(HttpMethod verb, IReadOnlyList<JoorStyle> styles, bool isNew, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfZero(styles.Count);
        return _jobs.StartAsync(verb, JoorStyleBody.Of(Root, styles), JoorStyleBody.Check(styles, isNew), cancellationToken);
    }
}
