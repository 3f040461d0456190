namespace JoorBus.Persistence.Tests.Documents;

/// <summary>Marten's adapter where this build has it.</summary>
public sealed class When_documents_are_kept_by_the_adapter_in_use : DocumentsConformance
{
    private protected override Task<Host> StartAsync() => Host.StartAsync();
}
