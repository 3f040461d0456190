namespace JoorBus.Joor.Tests;

/// <summary>What came over the wire.</summary>
internal sealed record RecordedRequest(string Verb, string Address, string? ContentType, string? Accept, string Body)
{
    public string Line => $"{Verb} {Address}";
}
