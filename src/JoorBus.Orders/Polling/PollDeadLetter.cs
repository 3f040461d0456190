using System.Text;
using System.Text.Json;
using JoorBus.Messaging.Failing;
using JoorBus.Persistence;
using JoorBus.Persistence.Outbox;

namespace JoorBus.Orders.Polling;

/// <summary>An order that cannot be read, as a dead letter with its reason.</summary>
internal static class PollDeadLetter
{
    public static OutboxMessage For(PolledOrder row, string reason, string excerpt, DateTimeOffset now) => new()
    {
        MessageId = NameBasedGuid.Create(row.OrderId, Convert.ToHexStringLower(row.ContentHash)),
        Destination = $"queue:{OrderQueues.PollErrors}",
        ContentType = "application/json",
        Body = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(excerpt)),
        Headers = JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["MT-Reason"] = "fault",
            ["MT-Fault-Message"] = reason,
            ["MT-Fault-Timestamp"] = now.ToString("O"),
            [FailureHeaders.Kind] = nameof(FailureKind.Unreadable),
        }),
        DueAt = now,
    };
}
