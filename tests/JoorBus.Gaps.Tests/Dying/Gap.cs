namespace JoorBus.Gaps.Tests.Dying;

/// <summary>Where a host dies.</summary>
public enum Gap
{
    /// <summary>Nowhere.</summary>
    None,

    /// <summary>The consumer has decided; nothing is committed.</summary>
    BeforeCommit,

    /// <summary>Committed; nothing is published.</summary>
    AfterCommitBeforePublish,

    /// <summary>Published and confirmed; nothing is acknowledged.</summary>
    AfterPublishBeforeAcknowledge,

    /// <summary>Committed by a poll or a consumer; not even handed to the bus.</summary>
    BeforeDelivery,
}
