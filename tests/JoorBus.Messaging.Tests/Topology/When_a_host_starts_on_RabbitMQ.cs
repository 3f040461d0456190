using JoorBus.Contracts.Inventory;
using JoorBus.Contracts.Orders;
using JoorBus.TestKit;
using MassTransit;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace JoorBus.Messaging.Tests.Topology;

public sealed class When_a_host_starts_on_RabbitMQ
{
    [Fact]
    public async Task Should_keep_the_commands_for_a_warehouse_that_does_not_listen_yet()
    {
        await using var host = await RabbitMqHost.StartAsync(hasConsumer: false);

        foreach (var exchange in new[] { "create", "amend", "cancel" })
            await host.PublishAsync($"joorbus.orders.{exchange}-wms-order", "{}");

        await Eventually.BecomesTrueAsync(async () => await host.CountAsync("wms-orders") == 3, "the three commands wait");
    }

    [Fact]
    public async Task Should_tell_of_a_message_that_reaches_nobody_unless_it_is_only_an_announcement()
    {
        await using var host = await RabbitMqHost.StartAsync(hasConsumer: false);

        await SendAsync(host, new InventoryPushed { PushId = Guid.Empty, Connection = "acme", PushedAt = DateTimeOffset.UnixEpoch, Items = [] });
        await Should.ThrowAsync<MessageReturnedException>(() => SendAsync(host, new WmsOrderAccepted { OrderId = Guid.Empty, Revision = 1 }));
    }

    [Theory]
    [InlineData("wms-orders")]
    [InlineData(RabbitMqHost.Queue)]
    public async Task Should_declare_quorum_queues_with_a_delivery_limit(string queue)
    {
        await using var host = await RabbitMqHost.StartAsync();

        await DeclareAsync(host, queue, "quorum", deliveryLimit: 20);
        (await Should.ThrowAsync<OperationInterruptedException>(() => DeclareAsync(host, queue, "quorum", deliveryLimit: 21))).Message.ShouldContain("PRECONDITION_FAILED");
        await Should.ThrowAsync<OperationInterruptedException>(() => DeclareAsync(host, queue, "classic", deliveryLimit: null));
    }

    [Fact]
    public async Task Should_keep_a_command_that_a_warehouse_gives_back_too_often()
    {
        await using var host = await RabbitMqHost.StartAsync(hasConsumer: false);
        await host.PublishAsync("joorbus.orders.cancel-wms-order", "{}");

        await host.OnOwnChannelAsync(async channel =>
        {
            for (var delivery = 1; delivery <= 21; delivery++)
            {
                var got = await Eventually.ReadsAsync(() => channel.BasicGetAsync("wms-orders", autoAck: false), result => result is not null, "the command is there");
                await channel.BasicNackAsync(got!.DeliveryTag, multiple: false, requeue: true);
            }

            return true;
        });

        await Eventually.BecomesTrueAsync(async () => await host.CountAsync("wms-orders_error") == 1, "it waits among the dead letters");
    }

    [Theory]
    [InlineData("wms-orders")]
    [InlineData(RabbitMqHost.Queue)]
    public async Task Should_declare_plain_queues_where_told_to(string queue)
    {
        await using var host = await RabbitMqHost.StartAsync(QueueKind.Classic);

        await DeclareAsync(host, queue, type: null, deliveryLimit: null);
    }

    [Fact]
    public async Task Should_consume_messages_in_MassTransits_envelope()
    {
        await using var host = await RabbitMqHost.StartAsync();

        await host.Bus.Publish(new WmsOrderAccepted { OrderId = Guid.Empty, Revision = 7 });

        await Eventually.BecomesTrueAsync(() => host.Consumed.Count == 1, "it is consumed");
        host.Consumed[0].Message.Revision.ShouldBe(7);
    }

    [Fact]
    public async Task Should_publish_MassTransits_envelope_with_the_names_of_the_contracts()
    {
        await using var host = await RabbitMqHost.StartAsync();

        await host.Bus.Publish(new CancelWmsOrder { OrderId = Guid.Empty, Connection = "linen", Revision = 7, IdempotencyKey = Guid.Empty, OrderNumber = "1" });

        var message = await host.GetAsync("wms-orders");
        var json = System.Text.Json.JsonDocument.Parse(message.Body).RootElement;
        message.BasicProperties.ContentType.ShouldBe("application/vnd.masstransit+json");
        json.GetProperty("messageType")[0].GetString().ShouldBe("urn:message:JoorBus.Contracts.Orders:CancelWmsOrder");
        json.GetProperty("message").GetProperty("orderNumber").GetString().ShouldBe("1");
    }

    private static Task<QueueDeclareOk> DeclareAsync(RabbitMqHost host, string queue, string? type, int? deliveryLimit)
    {
        var arguments = new Dictionary<string, object?>();
        if (type is not null)
            arguments["x-queue-type"] = type;
        if (deliveryLimit is not null)
        {
            arguments["x-delivery-limit"] = deliveryLimit;
            arguments["x-dead-letter-exchange"] = $"{queue}_error";
        }
        return host.OnOwnChannelAsync(channel => channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, arguments));
    }

    // As the outbox does it.
    private static async Task SendAsync<T>(RabbitMqHost host, T message)
        where T : class =>
        await (await host.Bus.GetSendEndpoint(new Uri($"exchange:{EntityNames.Of(typeof(T))}"))).Send(message);
}
