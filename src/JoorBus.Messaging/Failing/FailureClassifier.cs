using System.Data.Common;
using System.Net.Sockets;
using System.Runtime.Serialization;
using System.Text.Json;
using JoorBus.Messaging.Reading;

namespace JoorBus.Messaging.Failing;

/// <summary>From exception to kind.</summary>
public static class FailureClassifier
{
    /// <summary>SQLSTATE classes and codes of a server that is starting, stopping, full or gone.</summary>
    private static readonly string[] UnavailableStates = ["08", "57P", "53"];

    public static FailureKind KindOf(Exception exception) => exception switch
    {
        RefusedMessageException => FailureKind.Rejected,
        UnreadableMessageException or SerializationException or JsonException => FailureKind.Unreadable,
        DbException { SqlState: { } state } when UnavailableStates.Any(prefix => state.StartsWith(prefix, StringComparison.Ordinal)) => FailureKind.Unavailable,
        DbException { SqlState: null, InnerException: SocketException or IOException or TimeoutException } => FailureKind.Unavailable,
        DbException { IsTransient: true } => FailureKind.Transient,
        SocketException or IOException or TimeoutException or HttpRequestException => FailureKind.Transient,
        { InnerException: { } inner } => KindOf(inner),
        _ => FailureKind.Unknown,
    };
}
