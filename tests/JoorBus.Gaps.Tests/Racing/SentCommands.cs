using System.Collections.Concurrent;
using JoorBus.Contracts.Orders;
using MassTransit;

namespace JoorBus.Gaps.Tests.Racing;

/// <summary>Every command that left for the warehouse, repetitions included.</summary>
public sealed class SentCommands
{
    private readonly ConcurrentQueue<string> commands = new();

    public IReadOnlyList<string> All => [.. commands];

    internal void Add(string command) => commands.Enqueue(command);
}

internal sealed class SentCommandsConsumer(SentCommands sent) : IConsumer<CreateWmsOrder>, IConsumer<AmendWmsOrder>
{
    public Task Consume(ConsumeContext<CreateWmsOrder> context) => Note($"create {context.Message.Revision}");

    public Task Consume(ConsumeContext<AmendWmsOrder> context) => Note($"amend {context.Message.Revision}");

    private Task Note(string command)
    {
        sent.Add(command);
        return Task.CompletedTask;
    }
}
