namespace JoorBus.Persistence.Tests.Consuming;

public sealed record WriteNote
{
    public required int Number { get; init; }

    public string Text { get; init; } = "";
}

public sealed record NoteWritten
{
    public required int Number { get; init; }

    public required int Copy { get; init; }
}

public sealed record NoteCounted
{
    public required int Number { get; init; }
}
