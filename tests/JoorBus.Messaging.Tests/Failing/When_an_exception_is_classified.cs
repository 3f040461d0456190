using System.Net.Sockets;
using System.Runtime.Serialization;
using System.Text.Json;
using JoorBus.Messaging.Failing;
using JoorBus.Messaging.Reading;
using JoorBus.Persistence.Committing;

namespace JoorBus.Messaging.Tests.Failing;

public sealed class When_an_exception_is_classified
{
    public static TheoryData<string, Exception, FailureKind> Table { get; } = new()
    {
        { "unreadable", new UnreadableMessageException("torn"), FailureKind.Unreadable },
        { "no JSON", new JsonException("torn"), FailureKind.Unreadable },
        { "MassTransit could not read it", new SerializationException("torn"), FailureKind.Unreadable },
        { "database starts (57P03)", new DatabaseFault("57P03", isTransient: true), FailureKind.Unavailable },
        { "database stops (57P01)", new DatabaseFault("57P01"), FailureKind.Unavailable },
        { "connection failure (08006)", new DatabaseFault("08006"), FailureKind.Unavailable },
        { "disk full (53100)", new DatabaseFault("53100"), FailureKind.Unavailable },
        { "too many connections (53300)", new DatabaseFault("53300"), FailureKind.Unavailable },
        { "database not there", new DatabaseFault(null, inner: new SocketException()), FailureKind.Unavailable },
        { "connection broke", new DatabaseFault(null, inner: new IOException()), FailureKind.Unavailable },
        { "database does not answer", new DatabaseFault(null, inner: new TimeoutException()), FailureKind.Unavailable },
        { "deadlock (40P01)", new DatabaseFault("40P01", isTransient: true), FailureKind.Transient },
        { "newer version", new VersionConflictException("notes"), FailureKind.Transient },
        { "constraint (23514)", new DatabaseFault("23514"), FailureKind.Unknown },
        { "socket", new SocketException(), FailureKind.Transient },
        { "file or stream", new IOException(), FailureKind.Transient },
        { "time-out", new TimeoutException(), FailureKind.Transient },
        { "HTTP", new HttpRequestException(), FailureKind.Transient },
        { "defect", new InvalidOperationException(), FailureKind.Unknown },
        { "wrapped time-out", new InvalidOperationException("outer", new TimeoutException()), FailureKind.Transient },
        { "wrapped twice", new InvalidOperationException("outer", new AggregateException(new JsonException())), FailureKind.Unreadable },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Should_be_of_the_kind_that_decides_what_follows(string what, Exception exception, FailureKind kind) =>
        FailureClassifier.KindOf(exception).ShouldBe(kind, what);
}
