using System.Xml.Linq;

namespace JoorBus.Architecture.Reading;

/// <summary>A file by its path from the repository's root, with slashes.</summary>
public sealed record ProjectFile(string Path, string Text)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public IEnumerable<string> ProjectReferences =>
        Included("ProjectReference").Select(path => System.IO.Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));

    public IEnumerable<string> PackageReferences => Included("PackageReference");

    private IEnumerable<string> Included(string item) =>
        XDocument.Parse(Text).Descendants(item).Select(element => element.Attribute("Include")?.Value).OfType<string>();
}
