using MassTransit;
using MassTransit.Saga;
using Npgsql;

namespace JoorBus.Benchmarks.PlainMassTransit;

/// <summary>One transaction per message: inbox row and saga together.</summary>
public sealed class SagaContextFactory(NpgsqlDataSource source, ISagaConsumeContextFactory<SagaDatabase, OrderSaga> factory)
    : ISagaRepositoryContextFactory<OrderSaga>
{
    public void Probe(ProbeContext context) => context.Add("persistence", "npgsql");

    public async Task Send<T>(ConsumeContext<T> context, IPipe<SagaRepositoryContext<OrderSaga, T>> next)
        where T : class
    {
        await using var connection = await source.OpenConnectionAsync(context.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(context.CancellationToken);
        var database = new SagaDatabase(connection, context.CancellationToken);
        if (!await database.EnterInboxAsync(context.MessageId!.Value))
            return;
        await next.Send(new SagaContext<T>(database, context, factory));
        await transaction.CommitAsync(context.CancellationToken);
    }

    public Task SendQuery<T>(ConsumeContext<T> context, ISagaQuery<OrderSaga> query, IPipe<SagaRepositoryQueryContext<OrderSaga, T>> next)
        where T : class =>
        throw new NotSupportedException("Orders are found by id.");
}
