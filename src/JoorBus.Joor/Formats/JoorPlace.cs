using System.Globalization;

namespace JoorBus.Joor;

/// <summary>Where in an answer something is; put into words only when there is a fault to tell.</summary>
internal sealed class JoorPlace(string name, int position = 0, JoorPlace? around = null)
{
    public override string ToString() =>
        around is null ? name : position == 0 ? $"{name} of {around}" : string.Create(CultureInfo.InvariantCulture, $"{name} {position} of {around}");
}
