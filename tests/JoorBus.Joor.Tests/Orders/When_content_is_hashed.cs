using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using JoorBus.Contracts;
using JoorBus.Contracts.Orders;
using Shouldly;
using Xunit;

namespace JoorBus.Joor.Tests;

public sealed class When_content_is_hashed
{
    private static readonly JoorOrder Full = ((JoorOrderReading.Readable)Pages.Single(Orders.Full)).Order;

    /// <summary>One item in each list, so that changing it is all that changes.</summary>
    private static readonly JoorOrder Sample = Full with { Divisions = [new Coded { Code = "D" }], Lines = [Full.Lines[0]] };

    [Fact]
    public void Should_stay_the_same_between_versions() =>
        Convert.ToHexStringLower(JoorOrderContent.Hash(Full)).ShouldBe("59f1dd3266ed5747197f192429030d82c00ba95559681cc8eb04e06e9b539447");

    [Fact]
    public void Should_notice_a_change_of_every_field_but_the_ones_left_out()
    {
        var before = Hex(Sample);

        var unnoticed = Changes(Sample, Sample, order => order).Where(change => Hex(change.Order) == before).Select(change => change.Path).ToList();

        unnoticed.ShouldBe(["Status", "ModifiedAt", "LineNumber"], ignoreOrder: true);
    }

    [Fact]
    public void Should_not_notice_how_JOOR_writes_it() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => HashOf(Rewritten(Orders.Full, new Random(seed))) == HashOf(Orders.Full))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Should_not_notice_marks_on_an_unreadable_order_either() =>
        HashOf("""{"order_id":1,"order_total":"x","date_modified":"2026-01-01","export_status":1}""")
            .ShouldBe(HashOf("""{ "export_status":2, "order_total":"x", "date_modified":"2026-01-02", "order_id":1 }"""));

    [Fact]
    public void Should_tell_values_in_neighbouring_fields_apart() =>
        HashOf("""{"order_id":1,"customer_code":"ab","customer_name":"c"}""").ShouldNotBe(HashOf("""{"order_id":1,"customer_code":"a","customer_name":"bc"}"""));

    private static string Hex(JoorOrder order) => Convert.ToHexString(JoorOrderContent.Hash(order));

    private static string HashOf(string order) => Convert.ToHexString(Pages.Single(order).ContentHash);

    private static string Rewritten(string order, Random random)
    {
        var node = Rewritten(JsonNode.Parse(order)!, random)!.AsObject();
        node["date_modified"] = $"2026-01-{random.Next(1, 28):00}";
        node["order_export_status"] = random.Next();
        node["order_type"] = random.Next(9);
        return node.ToJsonString(new JsonSerializerOptions { WriteIndented = random.Next(2) == 0 });
    }

    private static JsonNode? Rewritten(JsonNode? node, Random random) => node switch
    {
        JsonObject fields => new JsonObject(Shuffled(fields, random).Select(field => KeyValuePair.Create(field.Key, Rewritten(field.Value, random)))),
        JsonArray items => new JsonArray([.. Shuffled(items, random).Select(item => Rewritten(item, random))]),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => Number(value.GetValue<decimal>(), random),
        JsonValue value when value.GetValueKind() == JsonValueKind.String && value.GetValue<string>().Length == 0 => random.Next(3) switch { 0 => "", 1 => null, _ => "  " },
        _ => node?.DeepClone(),
    };

    private static JsonValue Number(decimal number, Random random) => random.Next(3) switch
    {
        0 => JsonValue.Create(number),
        1 => JsonValue.Create(number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(number * 1.000m),
    };

    private static T[] Shuffled<T>(IEnumerable<T> items, Random random)
    {
        T[] shuffled = [.. items];
        random.Shuffle(shuffled);
        return shuffled;
    }

    private static IEnumerable<(string Path, JoorOrder Order)> Changes<T>(T record, JoorOrder root, Func<T, JoorOrder> rebuild)
        where T : class
    {
        foreach (var property in record.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite))
        {
            var value = property.GetValue(record);
            if (Nested(value) is { } nested)
            {
                foreach (var change in Changes(nested, root, changed => rebuild(With(record, property, value is IList ? ListOf(nested.GetType(), changed) : changed))))
                    yield return change;
            }
            else
            {
                yield return (property.Name, rebuild(With(record, property, Other(property.PropertyType, value))));
            }
        }
    }

    private static object? Nested(object? value) => value is IList { Count: > 0 } list ? list[0] : value is string or null || value.GetType().IsValueType ? null : value is IList ? null : value;

    private static Array ListOf(Type type, object item)
    {
        var list = Array.CreateInstance(type, 1);
        list.SetValue(item, 0);
        return list;
    }

    private static T With<T>(T record, PropertyInfo property, object? value)
        where T : class
    {
        var copy = (T)record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;
        property.SetValue(copy, value);
        return copy;
    }

    private static object? Other(Type type, object? value) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { IsEnum: true } => Enum.ToObject(type, (int)value! + 1),
        var t when t == typeof(string) => value + "x",
        var t when t == typeof(int) => (int?)value + 1 ?? 1,
        var t when t == typeof(decimal) => (decimal?)value + 0.01m ?? 1m,
        var t when t == typeof(bool) => !(bool)value!,
        var t when t == typeof(DateTimeOffset) => ((DateTimeOffset?)value)?.AddTicks(10) ?? DateTimeOffset.UnixEpoch,
        var t when t == typeof(DateOnly) => ((DateOnly?)value)?.AddDays(1) ?? new DateOnly(2026, 1, 1),
        var t when t == typeof(Coded) => new Coded { Code = "x" },
        var t when t == typeof(Address) => new Address { City = "x" },
        _ => throw new InvalidOperationException($"no other value for {type}"),
    };
}
