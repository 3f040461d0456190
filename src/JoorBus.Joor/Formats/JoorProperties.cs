using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Json;

namespace JoorBus.Joor;

/// <summary>An object's properties by name, the last of equal names, without making a string of any name.</summary>
/// <remarks>Searching each name in the JsonElement itself reads the whole object every time; a dictionary makes 300 strings per order.</remarks>
internal sealed class JoorProperties
{
    private const int Tail = 8;

    private JsonProperty[] _properties = [];
    private ushort[] _slots = [];
    private int _count;

    public static JoorProperties Of(JsonElement element)
    {
        var made = new JoorProperties();
        made.Load(element);
        return made;
    }

    /// <summary>Takes the properties of another element in place of those it had; one of these serves a whole list.</summary>
    public void Load(JsonElement element)
    {
        _count = element.ValueKind == JsonValueKind.Object ? Math.Min(element.GetPropertyCount(), ushort.MaxValue) : 0;
        if (_count > _properties.Length)
            (_properties, _slots) = (new JsonProperty[_count], new ushort[(int)BitOperations.RoundUpToPowerOf2((uint)_count * 2)]);
        else
            Array.Clear(_slots);
        if (_count == 0)
            return;
        var index = 0;
        foreach (var property in element.EnumerateObject())
        {
            if (index < _count)
                Put(property, index++);
        }
    }

    public bool TryGetValue(string name, out JsonElement value)
    {
        value = default;
        if (_count == 0)
            return false;
        for (var slot = Hash(name); ; slot++)
        {
            var index = _slots[slot & (_slots.Length - 1)];
            if (index == 0)
                return false;
            if (IsNamed(_properties[index - 1], name))
            {
                value = _properties[index - 1].Value;
                return true;
            }
        }
    }

    private void Put(JsonProperty property, int index)
    {
        var name = JsonMarshal.GetRawUtf8PropertyName(property);
        // Names of JOOR's need no escaping; any other is none of its.
        if (name.Contains((byte)'\\'))
            return;
        _properties[index] = property;
        for (var slot = Hash(name); ; slot++)
        {
            ref var taken = ref _slots[slot & (_slots.Length - 1)];
            if (taken == 0 || JsonMarshal.GetRawUtf8PropertyName(_properties[taken - 1]).SequenceEqual(name))
            {
                taken = (ushort)(index + 1);
                return;
            }
        }
    }

    private static bool IsNamed(JsonProperty property, string name) => Ascii.Equals(JsonMarshal.GetRawUtf8PropertyName(property), name);

    // Names of one object differ in their last eight letters or in their length, with few exceptions.
    private static int Hash(ReadOnlySpan<byte> name) => Mix(
        name.Length < Tail ? Short(name) : MemoryMarshal.Read<ulong>(name[^Tail..]), name.Length);

    private static int Hash(ReadOnlySpan<char> name)
    {
        if (name.Length < Tail)
        {
            Span<byte> bytes = stackalloc byte[Tail];
            for (var i = 0; i < name.Length; i++)
                bytes[i] = (byte)name[i];
            return Mix(Short(bytes[..name.Length]), name.Length);
        }
        var letters = MemoryMarshal.Read<Vector128<ushort>>(MemoryMarshal.AsBytes(name[^Tail..]));
        return Mix(Vector128.Narrow(letters, letters).AsUInt64()[0], name.Length);
    }

    private static ulong Short(ReadOnlySpan<byte> name)
    {
        var sum = 0UL;
        foreach (var letter in name)
            sum = (sum << 8) | letter;
        return sum;
    }

    private static int Mix(ulong letters, int length) => (int)(((letters + (ulong)length) * 0x9E3779B97F4A7C15UL) >> 40);
}
