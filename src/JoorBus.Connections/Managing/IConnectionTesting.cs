using JoorBus.Joor;

namespace JoorBus.Connections.Managing;

/// <summary>Asks JOOR whether a connection works; it need not be stored.</summary>
public interface IConnectionTesting
{
    Task<ConnectionFinding> TestAsync(JoorConnectionOptions connection, CancellationToken cancellationToken);
}

/// <summary>What a test found.</summary>
/// <param name="IsGood">JOOR let it in.</param>
/// <param name="Kind">One word for programs, such as <c>TokenRefused</c>.</param>
/// <param name="Sentence">What happened.</param>
/// <param name="Advice">What to do; null when nothing is to be done.</param>
/// <param name="Credits">Credits spent.</param>
public sealed record ConnectionFinding(bool IsGood, string Kind, string Sentence, string? Advice, int Credits);
