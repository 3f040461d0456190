namespace JoorBus.Simulators.Joor;

/// <summary>One line of a route table: verbs with "|" between them, a path without its version whose places are "{}", and what answers.</summary>
internal sealed record JoorRoute(string Verbs, string Pattern, Func<JoorCall, JoorAnswer> Handle)
{
    private readonly string[] _segments = Pattern.Split('/');

    public bool IsFor(string verb) => Verbs.Split('|').Contains(verb, StringComparer.OrdinalIgnoreCase);

    /// <summary>The texts at its places, null when the path is another.</summary>
    public IReadOnlyList<string>? Match(IReadOnlyList<string> path)
    {
        if (path.Count != _segments.Length)
            return null;
        var places = new List<string>();
        foreach (var (segment, text) in _segments.Zip(path))
        {
            if (segment == "{}")
                places.Add(text);
            else if (!segment.Equals(text, StringComparison.OrdinalIgnoreCase))
                return null;
        }
        return places;
    }
}
