namespace JoorBus.Joor;

/// <summary>Categories through v2, whose answer no page documents.</summary>
public sealed class JoorCategories
{
    /// <summary>v4 lists the same categories in its own way.</summary>
    internal static JoorElement<JoorCategory> ElementOfV4 { get; } = new("data", "category", ["id", "name"], Read);

    private const string Path = "/categories";

    private static readonly JoorElement<JoorCategory> Element = new("categories", "category", ["category_id", "id", "category_name", "name"], Read);

    private readonly JoorRequestDoor _door;

    internal JoorCategories(JoorRequestDoor door) => _door = door;

    /// <summary>All categories; JOOR does not page them.</summary>
    public Task<JoorAnswer<JoorPage<JoorCategory>>> ReadAsync(CancellationToken cancellationToken) => _door.SendAsync(
        new JoorRequest(HttpMethod.Get, Path, "", JoorRequestKind.Read, JoorPriority.Products), JoorV2Answers.Page(Element, 0, int.MaxValue), cancellationToken);

    internal static JoorCategory Read(JoorFields fields) => new()
    {
        Id = fields.TextOfAny("category_id", "id"),
        Name = fields.TextOfAny("category_name", "name"),
        ParentName = fields.Text("parent_name"),
        Department = fields.Text("department"),
    };
}
