namespace JoorBus.Simulators.Joor;

/// <summary>A colour or a size of one style.</summary>
internal sealed class CatalogTrait
{
    public required int Id { get; init; }
    public required string Name { get; set; }
    public required string Code { get; set; }
    public bool IsActive { get; set; } = true;
    public int? OrderMinimum { get; set; }
    public int? Place { get; set; }

    public bool IsCalled(string? nameOrCode) => nameOrCode is not null && (nameOrCode == Code || nameOrCode == Name);
}
