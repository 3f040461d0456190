using System.CommandLine;
using System.Globalization;
using JoorBus.Http;

namespace JoorBus.Commands;

/// <summary>Filters that lists of stock and products share.</summary>
internal sealed class ListOptions
{
    private readonly Option<string?> _connection = new("--connection") { Description = "Name of the JOOR connection" };
    private readonly Option<string?> _state;
    private readonly Option<string?> _search;
    private readonly Option<int> _limit = new("--limit") { Description = $"Most rows, 1 to {Asked.MostRows}", DefaultValueFactory = _ => Asked.UsualRows };
    private readonly Option<string?> _after = new("--after") { Description = "Goes on where a list ended, with the text that it ended with" };

    public ListOptions(IReadOnlyList<string> states, string search)
    {
        _state = new Option<string?>("--state") { Description = $"One of {string.Join(", ", states)}" };
        _state.CompletionSources.Add([.. states]);
        Refuse(_state, text => states.Contains(text, StringComparer.OrdinalIgnoreCase), string.Join(", ", states));
        _search = new Option<string?>("--search") { Description = search };
        Refuse(_limit, text => int.TryParse(text, CultureInfo.InvariantCulture, out var value) && value is >= 1 and <= Asked.MostRows, $"1 to {Asked.MostRows}");
    }

    public void AddTo(Command command)
    {
        command.Add(_connection);
        command.Add(_state);
        command.Add(_search);
        command.Add(_limit);
        command.Add(_after);
    }

    /// <summary>The filters as a query, with more of them.</summary>
    public QueryString Read(ParseResult parsed, params ReadOnlySpan<(string Name, string? Value)> more) => Query(
    [
        ("connection", parsed.GetValue(_connection)),
        ("state", parsed.GetValue(_state)),
        ("search", parsed.GetValue(_search)),
        ("limit", parsed.GetValue(_limit).ToString(CultureInfo.InvariantCulture)),
        ("after", parsed.GetValue(_after)),
        .. more,
    ]);

    /// <summary>What is null is left out.</summary>
    public static QueryString Query(params ReadOnlySpan<(string Name, string? Value)> pairs)
    {
        var query = default(QueryString);
        foreach (var (name, value) in pairs)
        {
            if (value is not null)
                query = query.Add(name, value);
        }

        return query;
    }

    private static void Refuse(Option option, Predicate<string> isAllowed, string allowed) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count == 1 && !isAllowed(result.Tokens[0].Value))
            result.AddError($"{option.Name} is '{result.Tokens[0].Value}'; allowed is {allowed}");
    });
}
