namespace JoorBus.Persistence.Documents;

/// <summary>A document with a revision that each stored change raises by one; 0 before the first store.</summary>
public interface IVersioned
{
    int Version { get; set; }
}
