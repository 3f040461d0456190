using System.Globalization;

namespace JoorBus.Joor;

/// <summary>Tries whether a connection works and, if not, says what is wrong and what to do. The connection need not be stored.</summary>
public sealed class JoorConnectionTest(JoorClients clients)
{
    /// <summary>One credit per API version that the connection has credentials for. Only cancellation throws.</summary>
    public async Task<JoorTestResult> RunAsync(JoorConnectionOptions options, CancellationToken cancellationToken)
    {
        var faults = new JoorFieldFaults();
        JoorAccessChecks.Run(faults, options);
        if (faults.Found.Count > 0)
        {
            var sentence = $"Connection '{options.Name}' was not tested. {string.Join(' ', faults.Found.Select(fault => fault.Sentence))}";
            return new JoorTestResult(JoorTestKind.Incomplete, sentence, JoorTestFindings.Advice(JoorTestKind.Incomplete, options), 0);
        }
        JoorTestResult? last = null;
        foreach (var version in Versions(options))
        {
            var result = await TryAsync(options, version, cancellationToken);
            last = result with { CreditsSpent = result.CreditsSpent + (last?.CreditsSpent ?? 0), Account = result.Account ?? last?.Account };
            if (!last.IsGood)
                return last;
        }
        return last!;
    }

    private static IEnumerable<JoorApiVersion> Versions(JoorConnectionOptions options)
    {
        if (options.ApiVersion == JoorApiVersion.V2 || !string.IsNullOrEmpty(options.Token))
            yield return JoorApiVersion.V2;
        if (options.ApiVersion == JoorApiVersion.V4 || options.OrdersThrough == JoorOrdersThrough.V4)
            yield return JoorApiVersion.V4;
    }

    private async Task<JoorTestResult> TryAsync(JoorConnectionOptions options, JoorApiVersion version, CancellationToken cancellationToken)
    {
        var answer = await ProbeAsync(options, version, cancellationToken);
        var kind = JoorTestFindings.Kind(answer);
        if (kind is JoorTestKind.TokenRefused or JoorTestKind.LoginRefused && options.BaseUrl is null && options.TokenUrl is null)
            return await CompareAsync(options, version, answer, cancellationToken);
        if (kind == JoorTestKind.Good && version == JoorApiVersion.V2 && OtherAccount(options, answer) is { } other)
            return Result(JoorTestKind.AccountNotFound, options, answer, $"{answer.Where}: JOOR let it in, but the token belongs to account {other}, not to {options.AccountId}.");
        return Result(kind, options, answer, answer is JoorAnswer<bool>.Accepted good ? Praise(options, version, good) : answer.Explain());
    }

    private static string Praise(JoorConnectionOptions options, JoorApiVersion version, JoorAnswer<bool>.Accepted good) => string.Create(
        CultureInfo.InvariantCulture, $"JOOR accepts connection '{options.Name}' ({version.ToString().ToLowerInvariant()}, {JoorTestFindings.Name(options.Environment)}); {good.CreditsLeft} credits left in this window.");

    /// <summary>Refused here: if JOOR's other installation takes the same credentials, the environment is wrong.</summary>
    private async Task<JoorTestResult> CompareAsync(
        JoorConnectionOptions options, JoorApiVersion version, JoorAnswer<bool> refusal, CancellationToken cancellationToken)
    {
        var elsewhere = await ProbeAsync(options.Elsewhere(), version, cancellationToken);
        var isKnownThere = JoorTestFindings.Kind(elsewhere) is JoorTestKind.Good or JoorTestKind.NoRight or JoorTestKind.AccountNotFound;
        var result = isKnownThere
            ? Result(JoorTestKind.WrongEnvironment, options, refusal, $"{refusal.Where}: refused in {JoorTestFindings.Name(options.Environment)}, but {JoorTestFindings.Name(options.Elsewhere().Environment)} knows these credentials.")
            : Result(JoorTestFindings.Kind(refusal), options, refusal, refusal.Explain());
        return result with { CreditsSpent = refusal.CreditsSpent + elsewhere.CreditsSpent };
    }

    private Task<JoorAnswer<bool>> ProbeAsync(JoorConnectionOptions options, JoorApiVersion version, CancellationToken cancellationToken) =>
        clients.For(options).Door.SendAsync(JoorProbes.Request(version), body => JoorProbes.Read(version, body), cancellationToken);

    private static string? OtherAccount(JoorConnectionOptions options, JoorAnswer<bool> answer) =>
        options.AccountId is { Length: > 0 } expected && answer.CountedAccount is { Length: > 0 } counted && !string.Equals(expected, counted, StringComparison.OrdinalIgnoreCase)
            ? counted
            : null;

    private static JoorTestResult Result(JoorTestKind kind, JoorConnectionOptions options, JoorAnswer<bool> answer, string sentence) =>
        new(kind, sentence, JoorTestFindings.Advice(kind, options), answer.CreditsSpent) { Account = answer.CountedAccount };
}
