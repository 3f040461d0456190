using System.Text.Json;

namespace JoorBus.Simulators.Tests.Joor.V4;

/// <summary>Short forms for {data, errors}.</summary>
internal static class Answers
{
    public static JsonElement Data(this JsonElement answer, int index = 0) => answer.GetProperty("data")[index];

    public static string Id(this JsonElement item) => item.GetProperty("id").GetString()!;

    /// <summary>Status and message of each error.</summary>
    public static IReadOnlyList<(string Status, string Message)> Errors(this JsonElement answer) =>
        [.. answer.GetProperty("errors").EnumerateArray().Select(error => (error.GetProperty("status").GetString()!, error.GetProperty("message").GetString()!))];
}
