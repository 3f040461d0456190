using System.CommandLine;

namespace JoorBus.Commands;

/// <summary>Whether and how long a verb follows what it asked for.</summary>
internal sealed class WatchOptions
{
    private readonly Option<bool> _yes = new("--yes") { Description = "Does not ask on a terminal before credits are spent" };
    private readonly Option<bool> _noWait = new("--no-wait") { Description = "Ends as soon as it is asked for; hosts go on by themselves" };
    private readonly Option<TimeSpan> _patience = new("--patience") { Description = "How long to follow, hours:minutes:seconds", DefaultValueFactory = _ => TimeSpan.FromMinutes(15) };

    public void AddTo(Command command)
    {
        command.Add(_yes);
        command.Add(_noWait);
        command.Add(_patience);
    }

    public bool Waits(ParseResult parsed) => !parsed.GetValue(_noWait);

    public TimeSpan Patience(ParseResult parsed) => parsed.GetValue(_patience);

    /// <summary>A person at a terminal is asked; a script is not.</summary>
    public bool GoesOn(ParseResult parsed) =>
        parsed.GetValue(_yes) || !Terminal.IsThere || Terminal.Ask("Go on? [y/N]") is { } answer && answer.StartsWith('y');
}
