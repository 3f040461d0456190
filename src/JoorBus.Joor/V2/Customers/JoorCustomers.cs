namespace JoorBus.Joor;

/// <summary>Customers through v2, singly and by background job.</summary>
public sealed class JoorCustomers
{
    private const string Path = "/connection/";

    private readonly JoorRequestDoor _door;
    private readonly JoorJobs _jobs;

    internal JoorCustomers(JoorRequestDoor door, TimeProvider clock)
    {
        _door = door;
        _jobs = new JoorJobs(door, clock, "/bulk-connection", "bulk_connections_jobs", "bulk_connections_job_id", "connection");
    }

    /// <summary>Reads one page; JOOR's default is 50 customers, its maximum is not documented.</summary>
    public Task<JoorAnswer<JoorPage<JoorCustomerAccount>>> ReadPageAsync(int startFrom, int count, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(startFrom);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var query = new JoorQueryText().Add("start_from", startFrom > 0 ? startFrom : null).Add("count", count);
        return _door.SendAsync(
            new JoorRequest(HttpMethod.Get, Path, query.ToString(), JoorRequestKind.Read, JoorPriority.Products),
            JoorV2Answers.Page(JoorCustomerShape.Element, startFrom, count),
            cancellationToken);
    }

    /// <summary>Reads page after page; ends after the last or after the first answer that is not accepted.</summary>
    public IAsyncEnumerable<JoorAnswer<JoorPage<JoorCustomerAccount>>> ReadAllAsync(int pageSize = 50, CancellationToken cancellationToken = default) =>
        JoorStreams.ReadAll(0, (start, token) => ReadPageAsync(start, pageSize, token), cancellationToken);

    /// <summary>One customer.</summary>
    public Task<JoorAnswer<JoorCustomerAccount>> GetAsync(JoorCustomerKey key, CancellationToken cancellationToken) =>
        _door.SendAsync(Request(HttpMethod.Get, key, JoorRequestKind.Read), JoorV2Answers.One(JoorCustomerShape.Element), cancellationToken);

    /// <summary>Sets what the customer holds.</summary>
    public Task<JoorAnswer<JoorDone>> UpdateAsync(JoorCustomerKey key, JoorCustomerAccount customer, CancellationToken cancellationToken) =>
        JoorCustomerBody.Check([customer], isNew: false).OrSend(
            _door, Request(HttpMethod.Put, key, JoorRequestKind.RepeatableWrite) with { Body = JoorCustomerBody.Of("connections", [customer]) }, JoorV2Answers.Done, cancellationToken);

    /// <summary>Ends the connection with the customer.</summary>
    public Task<JoorAnswer<JoorDone>> DeleteAsync(JoorCustomerKey key, CancellationToken cancellationToken) =>
        _door.SendAsync(Request(HttpMethod.Delete, key, JoorRequestKind.RepeatableWrite), JoorV2Answers.Done, cancellationToken);

    /// <summary>Starts a job that creates customers, or updates those whose code JOOR knows.</summary>
    public Task<JoorAnswer<JoorJob>> StartCreateAsync(IReadOnlyList<JoorCustomerAccount> customers, CancellationToken cancellationToken) =>
        StartAsync(HttpMethod.Post, customers, isNew: true, cancellationToken);

    /// <summary>Starts a job that updates customers by their codes.</summary>
    public Task<JoorAnswer<JoorJob>> StartUpdateAsync(IReadOnlyList<JoorCustomerAccount> customers, CancellationToken cancellationToken) =>
        StartAsync(HttpMethod.Put, customers, isNew: false, cancellationToken);

    /// <summary>How far a job is.</summary>
    public Task<JoorAnswer<JoorJob>> ReadJobAsync(string jobId, CancellationToken cancellationToken) => _jobs.ReadAsync(jobId, cancellationToken);

    /// <summary>Looks every <paramref name="interval"/> (at least 1 s, a credit each time) until the job is finished or an answer is not accepted.</summary>
    public Task<JoorAnswer<JoorJob>> WaitAsync(string jobId, TimeSpan interval, IProgress<JoorJob>? progress, CancellationToken cancellationToken) =>
        _jobs.WaitAsync(jobId, interval, progress, cancellationToken);

    private Task<JoorAnswer<JoorJob>> StartAsync(HttpMethod verb, IReadOnlyList<JoorCustomerAccount> customers, bool isNew, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfZero(customers.Count);
        return _jobs.StartAsync(verb, JoorCustomerBody.Of("bulk_connections", customers), JoorCustomerBody.Check(customers, isNew), cancellationToken);
    }

    private static JoorRequest Request(HttpMethod verb, JoorCustomerKey key, JoorRequestKind kind) =>
        new(verb, key.Path, "", kind, JoorPriority.Products) { Endpoint = Path };
}
