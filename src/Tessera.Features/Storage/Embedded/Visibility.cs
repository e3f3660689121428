using System.Runtime.CompilerServices;

// The tests look at the small parts too: links, the server's own file, the choice of programs.
[assembly: InternalsVisibleTo("Tessera.Features.Tests")]

// A second server for tests is run by the same ordinary user as the first.
[assembly: InternalsVisibleTo("Tessera.Testing")]
