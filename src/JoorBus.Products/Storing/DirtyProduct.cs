namespace JoorBus.Products.Storing;

/// <summary>A style that waits for its turn.</summary>
/// <param name="Style">Style identifier.</param>
/// <param name="StyleNumber">Style number.</param>
/// <param name="Generation">Rises with everything that makes the style dirty: what is settled is settled for this one.</param>
/// <param name="IsUnsure">A push took it and never told how it ended: JOOR is read first.</param>
/// <param name="ReleasedVersion">Removals up to this version were released by a person.</param>
/// <param name="Attempts">Rounds that could not finish it.</param>
/// <param name="PushedHash">Of the content that JOOR held last.</param>
internal sealed record DirtyProduct(string Style, string StyleNumber, long Generation, bool IsUnsure, long ReleasedVersion, int Attempts, string? PushedHash);
