using System.Runtime.CompilerServices;

// The tests look at the small parts too: the cache, the reader of texts.
[assembly: InternalsVisibleTo("Tessera.Web.Tests")]
