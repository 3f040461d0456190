namespace JoorBus.Joor;

/// <summary>Brings what JOOR returned back to the elements that were sent: by what they have in common, strongest first, then by order where the counts allow. Never twice.</summary>
internal sealed class JoorBulkMatching
{
    private const char Between = '\u001E';

    private readonly string?[][] _sent;
    private readonly string?[][] _told;
    private readonly int[] _toldOf;
    private readonly bool[] _isPlaced;
    private readonly int _tiers;

    private JoorBulkMatching(IReadOnlyList<JoorEcho> sent, IEnumerable<JoorEcho> told, string[][] identities)
    {
        _tiers = identities.Length;
        _sent = [.. sent.Select(echo => KeysOf(echo, identities))];
        _told = [.. told.Select(echo => KeysOf(echo, identities))];
        _toldOf = [.. Enumerable.Repeat(-1, _sent.Length)];
        _isPlaced = new bool[_told.Length];
    }

    /// <summary>For each element sent the place of its answer among <paramref name="data"/>, then <paramref name="errors"/>; -1 where none is sure.</summary>
    /// <param name="sent">What was sent.</param>
    /// <param name="data">What JOOR accepted.</param>
    /// <param name="errors">What JOOR echoed of the refused.</param>
    /// <param name="identities">Names that together tell an element from others, the strongest first.</param>
    public static int[] Match(IReadOnlyList<JoorEcho> sent, IReadOnlyList<JoorEcho> data, IReadOnlyList<JoorEcho> errors, string[][] identities)
    {
        var matching = new JoorBulkMatching(sent, data.Concat(errors), identities);
        matching.ByIdentity();
        matching.ByOrder(data.Count);
        return matching._toldOf;
    }

    private static string?[] KeysOf(JoorEcho echo, string[][] identities) =>
        [.. identities.Select(names => names.Select(name => Find(echo, name)).ToArray() is var values && values.Contains(null) ? null : string.Join(Between, values))];

    /// <summary>The first spelling that is there of "one|other".</summary>
    private static string? Find(JoorEcho echo, string name) => name.Split('|').Select(echo.Find).FirstOrDefault(value => value is not null);

    private void ByIdentity()
    {
        for (var placed = true; placed;)
        {
            placed = false;
            for (var tier = 0; tier < _tiers; tier++)
                placed |= ByIdentity(tier);
        }
    }

    private bool ByIdentity(int tier)
    {
        var waiting = Enumerable.Range(0, _sent.Length).Where(at => _toldOf[at] < 0 && _sent[at][tier] is not null)
            .GroupBy(at => _sent[at][tier]!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        var any = false;
        for (var told = 0; told < _told.Length; told++)
        {
            if (_isPlaced[told] || _told[told][tier] is not { } key || !waiting.TryGetValue(key, out var candidates))
                continue;
            var possible = candidates.Where(at => _toldOf[at] < 0 && !Contradicts(at, told)).ToList();
            // Several that differ: which is meant is not sure. Several that do not differ at all: any is as right as the other.
            if (possible.Count == 0 || possible.Skip(1).Any(at => !_sent[at].SequenceEqual(_sent[possible[0]], StringComparer.Ordinal)))
                continue;
            Place(possible[0], told);
            any = true;
        }
        return any;
    }

    private void ByOrder(int data)
    {
        var waiting = Enumerable.Range(0, _sent.Length).Where(at => _toldOf[at] < 0).ToList();
        var accepted = Enumerable.Range(0, data).Where(told => !_isPlaced[told]).ToList();
        var refused = Enumerable.Range(data, _told.Length - data).Where(told => !_isPlaced[told]).ToList();
        // With both left over nobody knows which is which.
        var rest = refused.Count == 0 ? accepted : accepted.Count == 0 ? refused : [];
        if (rest.Count != waiting.Count)
            return;
        foreach (var (at, told) in waiting.Zip(rest))
        {
            if (!Contradicts(at, told))
                Place(at, told);
        }
    }

    private bool Contradicts(int at, int told)
    {
        for (var tier = 0; tier < _tiers; tier++)
        {
            if (_sent[at][tier] is { } sent && _told[told][tier] is { } answered && !sent.Equals(answered, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    private void Place(int at, int told) => (_toldOf[at], _isPlaced[told]) = (told, true);
}
