namespace JoorBus.Joor;

/// <summary>A season (guide "how-to-create-update-collection-season-data").</summary>
public sealed record JoorSeason
{
    /// <summary>JOOR's id; given by JOOR, required to update.</summary>
    public string? Id { get; init; }

    /// <summary>Such as "SPRING 2022".</summary>
    public string? Name { get; init; }

    public int? Year { get; init; }

    /// <summary>The brand's own code, such as "SP22".</summary>
    public string? ExternalId { get; init; }
}

/// <summary>Seasons through v4. That they are created and updated like all else is inferred.</summary>
public sealed class JoorSeasons
{
    private static readonly string[][] Identities = [["id"], ["external_id"], ["name", "year"], ["name"]];

    internal static JoorElement<JoorSeason> Element { get; } = new("data", "season", ["id"], Read);

    internal static readonly JoorBulkShape<JoorSeason, JoorSeason> Create = new("/seasons/bulk_create", JoorRequestKind.Write, WriteNew, Element, Identities);

    private static readonly JoorBulkShape<JoorSeason, JoorSeason> Update = new("/seasons/bulk_update", JoorRequestKind.RepeatableWrite, Write, Element, Identities);

    private readonly JoorRequestDoor _door;
    private readonly JoorV4List<JoorSeason> _list;

    internal JoorSeasons(JoorRequestDoor door) => (_door, _list) = (door, new(door, "/seasons", Element));

    /// <summary>Reads one page.</summary>
    public Task<JoorAnswer<JoorPage<JoorSeason>>> ReadPageAsync(JoorPaging paging, CancellationToken cancellationToken) =>
        _list.ReadPageAsync(query => query, paging, cancellationToken);

    /// <summary>Reads page after page; ends after the last or after the first answer that is not accepted.</summary>
    public IAsyncEnumerable<JoorAnswer<JoorPage<JoorSeason>>> ReadAllAsync(JoorPaging? paging = null, CancellationToken cancellationToken = default) =>
        _list.ReadAllAsync(query => query, paging, cancellationToken);

    public Task<JoorAnswer<JoorBulk<JoorSeason, JoorSeason>>> CreateAsync(IReadOnlyList<JoorSeason> seasons, CancellationToken cancellationToken) =>
        _door.SendAsync(Create, seasons, (_, _, _) => { }, cancellationToken);

    public Task<JoorAnswer<JoorBulk<JoorSeason, JoorSeason>>> UpdateAsync(IReadOnlyList<JoorSeason> seasons, CancellationToken cancellationToken) =>
        _door.SendAsync(Update, seasons, (checks, season, where) => checks.Required("id", season.Id, where), cancellationToken);

    internal static JoorSeason Read(JoorFields fields) =>
        new() { Id = fields.Text("id"), Name = fields.Text("name"), Year = fields.Integer("year"), ExternalId = fields.Text("external_id") };

    private static void Write(JoorBodyWriter body, JoorSeason season)
    {
        body.Text("id", season.Id);
        WriteNew(body, season);
    }

    private static void WriteNew(JoorBodyWriter body, JoorSeason season)
    {
        body.Text("name", season.Name);
        body.Number("year", season.Year);
        body.Text("external_id", season.ExternalId);
    }
}
