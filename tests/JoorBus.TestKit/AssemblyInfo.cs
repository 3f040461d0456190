using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("JoorBus.TestKit.Tests")]
