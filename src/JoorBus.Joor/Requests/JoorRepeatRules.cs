namespace JoorBus.Joor;

/// <summary>What may be sent again after which end, and what speaks for JOOR being away.</summary>
internal static class JoorRepeatRules
{
    public static bool MayRepeat(JoorRequestKind kind, JoorAttemptEnd end) => (kind, end) switch
    {
        (JoorRequestKind.MarkingRead, _) => false,
        (_, JoorAttemptEnd.NeverSent) => true,
        (JoorRequestKind.Read or JoorRequestKind.RepeatableWrite, JoorAttemptEnd.Lost or JoorAttemptEnd.Failed) => true,
        // A read that took too long would again; a write that is repeated anyway is worth another try, since its state is unknown.
        (JoorRequestKind.RepeatableWrite, JoorAttemptEnd.TimedOut) => true,
        _ => false,
    };

    public static bool IsFailure(JoorAttemptEnd end) =>
        end is JoorAttemptEnd.Failed or JoorAttemptEnd.Lost or JoorAttemptEnd.TimedOut or JoorAttemptEnd.NeverSent or JoorAttemptEnd.TlsFailed;

    /// <summary>Whether JOOR cannot have counted the attempt.</summary>
    public static bool IsNeverSent(JoorAttemptEnd end) =>
        end is JoorAttemptEnd.NeverSent or JoorAttemptEnd.TlsFailed or JoorAttemptEnd.Held or JoorAttemptEnd.Outdated;
}
