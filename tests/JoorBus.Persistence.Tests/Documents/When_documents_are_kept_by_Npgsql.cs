using JoorBus.Persistence.Documents;

namespace JoorBus.Persistence.Tests.Documents;

public sealed class When_documents_are_kept_by_Npgsql : DocumentsConformance
{
    private protected override Task<Host> StartAsync() => Host.StartAsync(adapter: DocumentAdapter.Npgsql);
}
