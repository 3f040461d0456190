using JoorBus.Persistence.Committing;
using JoorBus.Persistence.Documents;
using MassTransit;

namespace JoorBus.Persistence.Tests.Consuming;

/// <summary>Stores a document and a row, publishes two messages of one type and one of another; then fails when told to.</summary>
internal sealed class WriteNoteConsumer(UnitOfWork unit, IDocuments documents) : IConsumer<WriteNote>
{
    public async Task Consume(ConsumeContext<WriteNote> context)
    {
        var number = context.Message.Number;
        documents.Insert(Note.Number(number, context.Message.Text));
        unit.Write(Scribble.Insert, Scribble.Number(number));
        await context.Publish(new NoteWritten { Number = number, Copy = 1 });
        await context.Publish(new NoteCounted { Number = number });
        await context.Publish(new NoteWritten { Number = number, Copy = 2 });
        if (context.Message.Text == "fail")
            throw new IntendedException();
    }
}

internal sealed class WriteNoteConsumerDefinition : ConsumerDefinition<WriteNoteConsumer>
{
    public WriteNoteConsumerDefinition() => EndpointName = "notes-write";

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<WriteNoteConsumer> consumerConfigurator, IRegistrationContext context) =>
        endpointConfigurator.UseUnitOfWork(context);
}

internal sealed class IntendedException() : Exception("intended");
