using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Persistence.Tests.Consuming;

/// <summary>A consumer on the in-memory bus; what it publishes ends at the recording broker.</summary>
internal sealed class NotesBus : IAsyncDisposable
{
    private readonly IBusControl bus;

    private NotesBus(Host host)
    {
        Host = host;
        bus = host.Services.GetRequiredService<IBusControl>();
        bus.ConnectReceiveObserver(Receipts);
    }

    public Host Host { get; }

    public Receipts Receipts { get; } = new();

    public static async Task<NotesBus> StartAsync(string? database = null)
    {
        var notes = new NotesBus(await Host.StartAsync(database, more: services => services.AddMassTransit(registration =>
        {
            registration.AddConsumer<WriteNoteConsumer, WriteNoteConsumerDefinition>();
            registration.UsingInMemory((context, memory) => memory.ConfigureEndpoints(context));
        })));
        await notes.bus.StartAsync();
        return notes;
    }

    public Task PublishAsync(WriteNote message, int messageId) => bus.Publish(message, context => context.MessageId = Note.IdOf(messageId));

    public async ValueTask DisposeAsync()
    {
        await bus.StopAsync();
        await Host.DisposeAsync();
    }
}
