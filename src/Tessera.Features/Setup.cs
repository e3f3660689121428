using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Tessera.Features.Accounts;
using Tessera.Features.Agreements;
using Tessera.Features.Calendar;
using Tessera.Features.Calendar.Others;
using Tessera.Features.Contacts;
using Tessera.Features.Delegations;
using Tessera.Features.Digests;
using Tessera.Features.Documents;
using Tessera.Features.Guests;
using Tessera.Features.History;
using Tessera.Features.Jobs;
using Tessera.Features.Library;
using Tessera.Features.Links;
using Tessera.Features.Mail;
using Tessera.Features.News;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Programmes;
using Tessera.Features.Readings;
using Tessera.Features.Registrations;
using Tessera.Features.Reports;
using Tessera.Features.Search;
using Tessera.Features.Storage;
using Tessera.Features.Tours;
using Tessera.Interchange.Reading;

namespace Tessera.Features;

/// <summary>Registers the features' services.</summary>
public static class Setup
{
    /// <summary>
    /// Everything that reads and writes through <paramref name="database"/>. The program adds a <see cref="Authorities.CountryNaming"/>, which knows
    /// the countries' names in its languages, and <see cref="ReadingNotes"/>. Without <paramref name="smtp"/> no mail is sent.
    /// </summary>
    public static IServiceCollection AddTesseraFeatures(this IServiceCollection services, Func<IServiceProvider, Database> database, SmtpSettings? smtp)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IPlaces, NoPlaces>();
        return services.AddSingleton(database)
            .AddSingleton<Changes>()
            .AddSingleton(p => new Mailer(smtp, p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<Mailer>>()))
            .AddSingleton<OfficeQueries>().AddSingleton<PartnerQueries>().AddSingleton<AgreementQueries>().AddSingleton<ChangeQueries>()
            .AddSingleton<SessionService>().AddSingleton<KeptForms>().AddSingleton<DoneForms>().AddSingleton<MemberService>().AddSingleton<SignOnMemberships>().AddSingleton<InvitationService>()
            .AddSingleton<PartnerService>().AddSingleton<AgreementService>().AddSingleton<HistoryService>().AddSingleton<NeedsQueries>().AddSingleton<MembershipQueries>().AddSingleton<DocumentService>().AddSingleton<ContactService>().AddSingleton<PersonalDataService>().AddSingleton<SearchQueries>().AddSingleton<OfficeLoader>().AddSingleton<HostService>().AddSingleton<Authorities.AuthorityEventService>().AddSingleton<OfficeService>().AddSingleton<OfficeArms>().AddSingleton<ErrorReportService>()
            .AddSingleton<ReadingService>().AddSingleton<ActivityService>().AddSingleton<ActivityQueries>().AddSingleton<ActivityDayQueries>().AddSingleton<LetterQueue>().AddSingleton<GuestService>().AddSingleton<RegistrationService>().AddSingleton<NetworkShares>().AddSingleton<PeopleOfActivities>().AddSingleton<CalendarImportService>().AddSingleton<CalendarFeedService>().AddSingleton<CalendarKeyService>().AddSingleton<ActivityLetterService>().AddSingleton<CalendarFeedJob>().AddSingleton<GuestNeedService>().AddSingleton<NewsService>().AddSingleton<NewsQueries>().AddSingleton<NewsReads>().AddSingleton<NewsRatings>()
            .AddSingleton<PublicationService>().AddSingleton<PublicationQueries>().AddSingleton<TourService>()
            .AddSingleton<SeasonQueries>().AddSingleton<OrganiserService>().AddSingleton<PlanService>().AddSingleton<PlanQueries>().AddSingleton<AskingService>().AddSingleton<FigureQueries>().AddSingleton<BestDates>()
            .AddSingleton<DelegationQueries>().AddSingleton<DelegationService>().AddSingleton<DelegationPeople>().AddSingleton<DelegationComposing>().AddSingleton<DelegationStages>().AddSingleton<DelegationLife>().AddSingleton<DelegationSessions>().AddSingleton<DelegationFiles>().AddSingleton<DelegationImport>().AddSingleton<DelegationLetterService>().AddSingleton<HeldOfDelegations>()
            .AddSingleton<JobBell>().AddSingleton<ReadingWorkJob>().AddSingleton<JobQueue>().AddSingleton<JobRunner>().AddSingleton<LinkQueries>().AddSingleton<DigestService>();
    }
}
