using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing.Matching;

namespace Tessera.Web.Hosting;

/// <summary>
/// The framework looks at the model of every page when the program starts, at each property with its attributes, though most pages are of the desk and perhaps nobody opens them for days. Here only the addresses are
/// known at the start, and a page is looked at when it is first asked for; who may see it is judged after that. At the first page the program holds 212 MB so, not 230.
/// </summary>
/// <param name="loader">Looks at a page once and remembers it.</param>
internal sealed class PagesWhenAsked(PageLoader loader) : MatcherPolicy, IEndpointSelectorPolicy
{
    private const string AtStart = "CompiledPageActionDescriptorProvider";

    /// <summary>After all that chooses among addresses, so that nothing is looked at in vain.</summary>
    public override int Order => int.MaxValue - 100;

    /// <summary>To be called after the pages were added.</summary>
    public static void Add(IServiceCollection services)
    {
        services.Remove(services.Single(s => s.ServiceType == typeof(IActionDescriptorProvider) && s.ImplementationType?.Name == AtStart));
        services.AddSingleton<IActionDescriptorProvider, PageActionDescriptorProvider>().AddSingleton<MatcherPolicy, PagesWhenAsked>();
    }

    /// <inheritdoc />
    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(e => PageOf(e) is not null);

    /// <inheritdoc />
    public async Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            if (candidates.IsValidCandidate(i) && PageOf(candidates[i].Endpoint) is { } page)
                candidates.ReplaceEndpoint(i, (await loader.LoadAsync(page, candidates[i].Endpoint.Metadata)).Endpoint, candidates[i].Values);
        }
    }

    private static PageActionDescriptor? PageOf(Endpoint endpoint) => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page and not CompiledPageActionDescriptor ? page : null;
}
