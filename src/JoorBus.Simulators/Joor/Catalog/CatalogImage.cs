namespace JoorBus.Simulators.Joor;

/// <summary>A stored picture. <paramref name="FileName"/> is JOOR's, with its random part; <paramref name="Bytes"/> is the length of what was sent, null for one fetched from an address.</summary>
internal sealed record CatalogImage(int UploadId, string FileName, int DisplayOrder, string? ColorCode, bool IsSwatch, string? Url, long? Bytes);
