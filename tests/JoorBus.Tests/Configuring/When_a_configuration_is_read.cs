using JoorBus.Messaging;

namespace JoorBus.Tests.Configuring;

public sealed class When_a_configuration_is_read
{
    [Fact]
    public void Should_find_no_fault_in_a_right_one() => Settings.With().Faults.ShouldBeEmpty();

    [Fact]
    public void Should_listen_on_loopback_unless_told_otherwise() => Settings.With().Settings.Http.Urls.ShouldBe("http://127.0.0.1:5870");

    [Fact]
    public void Should_use_RabbitMQ_as_soon_as_it_is_named() => Settings.With().Settings.Messaging.EffectiveTransport.ShouldBe(BusTransport.RabbitMq);

    [Fact]
    public void Should_keep_the_bus_in_memory_without_RabbitMQ() =>
        Settings.With(("RabbitMq", null)).Settings.Messaging.EffectiveTransport.ShouldBe(BusTransport.Memory);

    [Fact]
    public void Should_take_what_the_sections_say()
    {
        var (settings, faults) = Settings.With(("Joor:Repeats", "5"), ("Joor:OrdersV4:ReadsUpcs", "false"), ("Inventory:MaxSnapshotLoss", "0.5"), ("Products:JobInterval", "00:00:10"));

        faults.ShouldBeEmpty();
        (settings.Joor.Repeats, settings.Joor.OrdersV4.ReadsUpcs, settings.Inventory.MaxSnapshotLoss, settings.Products.JobInterval).ShouldBe((5, false, 0.5m, TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void Should_list_ten_faults_of_ten()
    {
        var (_, faults) = Settings.With(
            ("Postgres", "Host=localhost;Colour=red"),
            ("RabbitMq", "http://localhost"),
            ("Bus:Transport", "pigeon"),
            ("Bus:Concurrency", "0"),
            ("Persistence:InboxRetention", "a month"),
            ("Persistence:MaxUnitsPerCommit", "100000"),
            ("Orders:SilenceAfter", "00:00:00"),
            ("Http:Token", "short"),
            ("Connections:0:Name", ""),
            ("Connections:0:PollInterval", "fast"));

        faults.Count.ShouldBe(10, string.Join(Environment.NewLine, faults));
    }

    [Theory]
    [InlineData("Postgres", "Host=localhost;Colour=red", "JOORBUS__POSTGRES")]
    [InlineData("RabbitMq", "http://localhost", "JOORBUS__RABBITMQ")]
    [InlineData("Bus:Transport", "pigeon", "JOORBUS__BUS__TRANSPORT is 'pigeon'; allowed is Memory or RabbitMq")]
    [InlineData("Bus:Queues", "7", "JOORBUS__BUS__QUEUES is '7'; allowed is Quorum or Classic")]
    [InlineData("Bus:Concurrency", "many", "JOORBUS__BUS__CONCURRENCY is 'many'; allowed is a whole number")]
    [InlineData("Bus:DeliveryLimit", "1", "JOORBUS__BUS__DELIVERYLIMIT is 1; allowed is 2 to 1000")]
    [InlineData("Persistence:OutboxLease", "00:00:00", "JOORBUS__PERSISTENCE__OUTBOXLEASE is 00:00:00; allowed is 00:00:01 to 00:10:00")]
    [InlineData("Orders:PollLease", "00:20:00", "JOORBUS__ORDERS__POLLLEASE is 00:20:00; allowed is 00:00:05 to 00:10:00")]
    [InlineData("Connections:0:Environment", "moon", "JOORBUS__CONNECTIONS__0__ENVIRONMENT is 'moon'")]
    [InlineData("MasterKeyFile", "/no/such/file", "JOORBUS__MASTERKEYFILE '/no/such/file' does not exist; make one with")]
    [InlineData("MasterKey", "a:c2hvcnQ=", "JOORBUS__MASTERKEY: line 1 (id 'a') has a key of the wrong length")]
    [InlineData("Limits:Window", "300", "JOORBUS__LIMITS__WINDOW")]
    [InlineData("JoorHosts:Sandbox:V4", "http://joor.example/v4", "JOORBUS__JOORHOSTS__SANDBOX__V4 is not an absolute https address")]
    [InlineData("Joor:BreakerFailures", "1", "JOORBUS__JOOR__BREAKERFAILURES")]
    [InlineData("Joor:Patience", "30", "JOORBUS__JOOR__PATIENCE is '30'; allowed is a time as hours:minutes:seconds")]
    [InlineData("Joor:LoginForm", "Letter", "JOORBUS__JOOR__LOGINFORM is 'Letter'; allowed is Multipart or Form")]
    [InlineData("Joor:OrdersV4:LargestPage", "5", "JOORBUS__JOOR__ORDERSV4__LARGESTPAGE is 5; allowed is 10 to 1000")]
    [InlineData("Inventory:MaxSnapshotLoss", "half", "JOORBUS__INVENTORY__MAXSNAPSHOTLOSS is 'half'; allowed is a number with a point, such as 0.2")]
    [InlineData("Inventory:MaxSnapshotLoss", "2", "JOORBUS__INVENTORY__MAXSNAPSHOTLOSS is 2; allowed is 0 to 1")]
    [InlineData("Products:FactsAge", "00:00:01", "JOORBUS__PRODUCTS__FACTSAGE is 00:00:01")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317", "OTEL_EXPORTER_OTLP_ENDPOINT is 'collector:4317'; write the address of a collector")]
    [InlineData("Connections:0:Token", null, "JOORBUS__CONNECTIONS__0__TOKEN is missing")]
    public void Should_name_the_key_the_value_and_what_is_allowed(string key, string? value, string sentence) =>
        Settings.With((key, value)).Faults.ShouldHaveSingleItem().ShouldStartWith(sentence, Case.Sensitive);

    [Fact]
    public void Should_show_no_secret_in_a_fault()
    {
        var (_, faults) = Settings.With(
            ("Postgres", "Host=localhost;Password=hush-hush;Colour=red"),
            ("RabbitMq", "http://joorbus:hush-hush@localhost"),
            ("Http:Token", "hush-hush"),
            ("Connections:0:Token", "hush hush-hush"));

        faults.Count.ShouldBe(4);
        string.Join(' ', faults).ShouldNotContain("hush");
    }
}
