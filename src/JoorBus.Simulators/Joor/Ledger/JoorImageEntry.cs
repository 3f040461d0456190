namespace JoorBus.Simulators.Joor;

/// <summary>A picture of a style. <paramref name="Bytes"/> is the length of what was sent, null where an <paramref name="Url"/> was given.</summary>
public sealed record JoorImageEntry(int UploadId, string FileName, int DisplayOrder, string? ColorCode, bool IsSwatch, string? Url, long? Bytes);
