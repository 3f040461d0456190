namespace JoorBus.Joor;

/// <summary>What is wrong with one field of a connection; never holds a secret's value.</summary>
public sealed record JoorConnectionFault(string Field, string Says)
{
    /// <summary>With the field's plain name, such as "Token is missing; give the API token that JOOR gave for this environment."</summary>
    public string Sentence => $"{Field} {Says}.";

    /// <summary>The same with the environment variable of the configured connection at this place.</summary>
    internal string Configured(int index) => $"{Key(index, Field)} {Says}.";

    internal static string Key(int index, string field) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"JOORBUS__CONNECTIONS__{index}__{field.Replace(":", "__", StringComparison.Ordinal).ToUpperInvariant()}");
}
