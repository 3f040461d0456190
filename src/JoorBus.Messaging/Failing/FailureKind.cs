namespace JoorBus.Messaging.Failing;

/// <summary>What kind of failure a consumer met.</summary>
public enum FailureKind
{
    /// <summary>A defect, or something not foreseen.</summary>
    Unknown,

    /// <summary>Passes by itself within moments: a lock, a newer version, a broken connection to another system.</summary>
    Transient,

    /// <summary>Our own database is not there. Nothing can be decided until it is back, so the endpoint stands still.</summary>
    Unavailable,

    /// <summary>The other system asks to wait.</summary>
    Throttled,

    /// <summary>The other system said no. Repeating the same cannot help.</summary>
    Rejected,

    /// <summary>The message cannot be understood.</summary>
    Unreadable,
}
