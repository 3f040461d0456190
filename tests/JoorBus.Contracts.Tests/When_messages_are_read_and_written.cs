using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using JoorBus.Contracts.Orders;

namespace JoorBus.Contracts.Tests;

public sealed class When_messages_are_read_and_written
{
    [Theory]
    [ClassData(typeof(Messages))]
    public void Should_read_and_write_what_was_approved(Type type)
    {
        var full = JsonNode.Parse(Approved.Read($"{type.Name}/full.json"))!;

        var written = JsonNode.Parse(Write(Read(type, full.ToJsonString())))!;

        JsonNode.DeepEquals(written, full).ShouldBeTrue($"written:\n{written}\napproved:\n{full}");
    }

    [Theory]
    [ClassData(typeof(Messages))]
    public void Should_read_the_least_that_was_approved(Type type) =>
        Read(type, Approved.Read($"{type.Name}/minimal.json")).GetType().ShouldBe(type);

    [Theory]
    [ClassData(typeof(Messages))]
    public void Should_have_approved_every_property(Type type) =>
        EmptyProperties(Read(type, Approved.Read($"{type.Name}/full.json")), type.Name).ShouldBeEmpty();

    [Theory]
    [ClassData(typeof(Messages))]
    public void Should_ignore_what_a_newer_version_adds(Type type)
    {
        var json = JsonNode.Parse(Approved.Read($"{type.Name}/minimal.json"))!.AsObject();
        json["fromTheFuture"] = new JsonObject { ["deep"] = 1 };
        foreach (var part in json.Select(property => property.Value).OfType<JsonObject>().Where(part => !part.ContainsKey("deep")))
            part["alsoNew"] = "x";

        Read(type, json.ToJsonString()).ShouldNotBeNull();
    }

    [Theory]
    [ClassData(typeof(Messages))]
    public void Should_name_the_required_property_that_is_missing(Type type)
    {
        var minimal = JsonNode.Parse(Approved.Read($"{type.Name}/minimal.json"))!.AsObject();
        foreach (var name in minimal.Select(property => property.Key).ToList())
        {
            var json = minimal.DeepClone().AsObject();
            json.Remove(name);

            Should.Throw<JsonException>(() => Read(type, json.ToJsonString())).Message.ShouldContain($"'{name}'");
        }
    }

    [Fact]
    public void Should_write_a_status_as_a_word()
    {
        Write(AnOrder(JoorOrderStatus.Cancelled)).ShouldContain("\"status\":\"Cancelled\"");
        Enum.GetNames<JoorOrderStatus>().ShouldBe(["Unknown", "Notes", "Pending", "Approved", "Shipped", "Cancelled"]);
    }

    [Theory]
    [InlineData("\"Cancelled\"", JoorOrderStatus.Cancelled)]
    [InlineData("\"cancelled\"", JoorOrderStatus.Cancelled)]
    public void Should_read_a_status_whatever_its_case(string json, JoorOrderStatus status) =>
        ((JoorOrder)Read(typeof(JoorOrder), $$"""{"joorOrderId":"1","customer":{},"status":{{json}} }""")).Status.ShouldBe(status);

    [Fact]
    public void Should_leave_out_what_is_not_known() =>
        Write(new WmsOrderAccepted { OrderId = Guid.Empty, Revision = 1 }).ShouldBe("""{"orderId":"00000000-0000-0000-0000-000000000000","revision":1}""");

    private static JoorOrder AnOrder(JoorOrderStatus status) => new() { JoorOrderId = "1", Status = status, Customer = new() };

    private static object Read(Type type, string json) => JsonSerializer.Deserialize(json, type, ContractsJson.Default)!;

    private static string Write(object message) => JsonSerializer.Serialize(message, message.GetType(), ContractsJson.Default);

    private static IEnumerable<string> EmptyProperties(object value, string path) => value.GetType().GetProperties().SelectMany(property =>
        property.GetValue(value) switch
        {
            null or false when property.Name != nameof(WmsOrderShipped.IsComplete) => [$"{path}.{property.Name}"],
            IReadOnlyList<object> { Count: 0 } => [$"{path}.{property.Name}"],
            IEnumerable items and not string => items.Cast<object>().Where(IsPart).SelectMany(item => EmptyProperties(item, $"{path}.{property.Name}")),
            { } child when IsPart(child) => EmptyProperties(child, $"{path}.{property.Name}"),
            _ => [],
        });

    private static bool IsPart(object value) => value.GetType().Assembly == typeof(MessageTypes).Assembly && !value.GetType().IsEnum;

    public sealed class Shapes
    {
        private static IEnumerable<PropertyInfo> Properties =>
            typeof(MessageTypes).Assembly.GetExportedTypes().Where(type => type is { IsEnum: false, IsAbstract: false } && type != typeof(ContractsJson)).SelectMany(type => type.GetProperties());

        [Fact]
        public void Should_never_change_once_made() =>
            Properties.Where(property => property.SetMethod is { } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))).ShouldBeEmpty();

        [Fact]
        public void Should_not_offer_lists_that_can_be_changed() =>
            Properties.Where(property => property.PropertyType.IsArray || typeof(IList).IsAssignableFrom(property.PropertyType)).ShouldBeEmpty();

        [Fact]
        public void Should_have_no_floating_point() =>
            Properties.Where(property => (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) is var type && (type == typeof(double) || type == typeof(float) || type == typeof(DateTime))).ShouldBeEmpty();
    }
}
