using Tessera.Features.Calendar.Others;
using Tessera.Features.Contacts;
using Tessera.Features.Jobs;
using Tessera.Features.Links;
using Tessera.Features.Readings;
using Tessera.Web.Access;
using Tessera.Web.Digests;
using Tessera.Web.Post;

namespace Tessera.Web.Hosting;

/// <summary>Registers what the program does by itself.</summary>
internal static class JobSetup
{
    /// <summary>The jobs that this node takes part in.</summary>
    public static void AddJobs(this IServiceCollection services, JobSettings settings)
    {
        services.AddSingleton<DigestTokens>().AddSingleton<WeeklyLetters>().AddSingleton<ActivityLetterTokens>().AddSingleton<ActivityLetters>().AddSingleton<ActivityMailJob>();
        services.AddSingleton(p => new LinkSettings(() => p.GetRequiredService<PublicAddress>().Of("/")));
        services.AddSingleton(p => CalendarFeedSettings.Of(() => p.GetRequiredService<PublicAddress>().Of("/")));
        services.AddSingleton<GuestLetters>().AddSingleton<RegistrationLetters>().AddSingleton<TourLetters>().AddSingleton<MoveLetters>().AddSingleton<LetterJob>();
        services.AddSingleton<WeeklyMailJob>().AddSingleton<LinkCheckJob>().AddSingleton<RetentionJob>();
        services.AddHostedService(p => ActivatorUtilities.CreateInstance<JobPolling>(p, All(p).Where(settings.Runs)));
    }

    private static IEnumerable<IJob> All(IServiceProvider services) => [services.GetRequiredService<WeeklyMailJob>(), services.GetRequiredService<LinkCheckJob>(), services.GetRequiredService<RetentionJob>(), services.GetRequiredService<ReadingWorkJob>(), services.GetRequiredService<LetterJob>(), services.GetRequiredService<CalendarFeedJob>(), services.GetRequiredService<ActivityMailJob>()];
}

/// <summary>Which jobs a node takes part in.</summary>
/// <param name="Names">Null for all.</param>
public sealed record JobSettings(IReadOnlyList<string>? Names)
{
    /// <summary>All of them.</summary>
    public static readonly JobSettings All = new((IReadOnlyList<string>?)null);

    /// <summary>None.</summary>
    public static readonly JobSettings None = new([]);

    /// <summary>Does this node run it?</summary>
    public bool Runs(IJob job) => Names?.Contains(job.Name) ?? true;

    /// <summary>TESSERA_JOBS: names with commas, or "off"; all without it.</summary>
    public static JobSettings FromEnvironment() => Environment.GetEnvironmentVariable("TESSERA_JOBS") is { Length: > 0 } said
        ? new JobSettings(said.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) : All;
}
