using System.Text.Json.Serialization;

namespace JoorBus.Checking;

/// <summary>How one thing was found.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CheckResult>))]
public enum CheckResult
{
    Ok,

    /// <summary>Worth knowing, not wrong.</summary>
    Note,
    Failed,
}

/// <summary>One line of <c>joorbus check</c>.</summary>
/// <param name="What">What was tried.</param>
/// <param name="Result">How it was found.</param>
/// <param name="Finding">What was found, and where.</param>
/// <param name="Advice">What to do; null when nothing is to be done.</param>
public sealed record CheckRow(string What, CheckResult Result, string Finding, string? Advice = null)
{
    public static CheckRow Ok(string what, string finding) => new(what, CheckResult.Ok, finding);

    public static CheckRow Note(string what, string finding, string? advice = null) => new(what, CheckResult.Note, finding, advice);

    public static CheckRow Failed(string what, string finding, string advice) => new(what, CheckResult.Failed, finding, advice);
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(CheckSummary))]
internal sealed partial class CheckJson : JsonSerializerContext;

/// <summary>The whole of a check.</summary>
public sealed record CheckSummary(bool Ok, IReadOnlyList<CheckRow> Checks);
