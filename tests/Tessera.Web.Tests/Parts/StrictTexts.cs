using System.Runtime.CompilerServices;
using Tessera.Web.Parts;

namespace Tessera.Web.Tests.Parts;

/// <summary>In tests a key without a text fails the page that asks for it.</summary>
internal static class StrictTexts
{
#pragma warning disable CA2255 // A test project is the program.
    [ModuleInitializer]
    internal static void Set() => TextCatalogue.IsStrict = true;
#pragma warning restore CA2255
}
