using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tessera.Features.Accounts;
using Tessera.Features.Authorities;
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
using Tessera.Features.Tours;

namespace Tessera.Features.Storage;

/// <summary>The tables. Row-level security below decides which rows there are: those of the office that <see cref="Office"/> names.</summary>
internal sealed class TesseraDb(DbContextOptions<TesseraDb> options) : DbContext(options)
{
    /// <summary>The office whose rows are seen; null for none.</summary>
    public int? Office { get; set; }

    /// <summary>May the shared directory be written, and an office created?</summary>
    public bool IsHost { get; init; }

    /// <summary>Who works; null for nobody. Such a session sees in which offices this account has a role.</summary>
    public Guid? Account { get; init; }

    /// <summary>Are several changes made, so that the register is counted and its change announced once at the end, and no change sets savepoints of its own?</summary>
    public bool CountsAtEnd
    {
        get;
        set => (field, Database.AutoSavepointsEnabled) = (value, !value);
    }

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<PasskeyRow> Passkeys => Set<PasskeyRow>();

    public DbSet<LoginRow> Logins => Set<LoginRow>();

    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    public DbSet<KeptFormRow> KeptForms => Set<KeptFormRow>();

    public DbSet<MemberRow> Members => Set<MemberRow>();

    public DbSet<UnitRow> Units => Set<UnitRow>();

    public DbSet<UnitMemberRow> UnitMembers => Set<UnitMemberRow>();

    public DbSet<InvitationRow> Invitations => Set<InvitationRow>();

    public DbSet<DoneFormRow> DoneForms => Set<DoneFormRow>();

    public DbSet<DocumentRow> Documents => Set<DocumentRow>();

    public DbSet<DocumentContentRow> DocumentContents => Set<DocumentContentRow>();

    public DbSet<ContactRow> Contacts => Set<ContactRow>();

    public DbSet<ContactStateRow> ContactStates => Set<ContactStateRow>();

    public DbSet<DirectorySourceRow> DirectorySources => Set<DirectorySourceRow>();

    public DbSet<PlaceRow> Places => Set<PlaceRow>();

    public DbSet<AuthorityRow> Authorities => Set<AuthorityRow>();

    public DbSet<AuthorityEventRow> AuthorityEvents => Set<AuthorityEventRow>();

    public DbSet<AuthorityProposalRow> AuthorityProposals => Set<AuthorityProposalRow>();

    public DbSet<OfficeRow> Offices => Set<OfficeRow>();

    public DbSet<OfficeArmsRow> OfficeArms => Set<OfficeArmsRow>();

    public DbSet<RegisterCountRow> RegisterCounts => Set<RegisterCountRow>();

    public DbSet<SourceRow> Sources => Set<SourceRow>();

    public DbSet<OfficeTextRow> OfficeTexts => Set<OfficeTextRow>();

    public DbSet<PartnerRecord> Partners => Set<PartnerRecord>();

    public DbSet<BaseFactRecord> BaseFacts => Set<BaseFactRecord>();

    public DbSet<AgreementRecord> Agreements => Set<AgreementRecord>();

    public DbSet<MembershipRow> Memberships => Set<MembershipRow>();

    public DbSet<SettlementRelationRow> SettlementRelations => Set<SettlementRelationRow>();

    public DbSet<ActivityRecord> Activities => Set<ActivityRecord>();

    public DbSet<ActivityPartnerRecord> ActivityPartners => Set<ActivityPartnerRecord>();

    public DbSet<GuestRow> Guests => Set<GuestRow>();

    public DbSet<GuestNeedRow> GuestNeeds => Set<GuestNeedRow>();

    public DbSet<GuestNeedReadingRow> GuestNeedReadings => Set<GuestNeedReadingRow>();

    public DbSet<GuestHostRow> GuestHosts => Set<GuestHostRow>();

    public DbSet<RegistrationDeskRow> RegistrationDesks => Set<RegistrationDeskRow>();

    public DbSet<RegistrationRow> Registrations => Set<RegistrationRow>();

    public DbSet<LetterRow> Letters => Set<LetterRow>();

    public DbSet<CalendarImportRow> CalendarImports => Set<CalendarImportRow>();

    public DbSet<CalendarImportEntryRow> CalendarImportEntries => Set<CalendarImportEntryRow>();

    public DbSet<CalendarFeedRow> CalendarFeeds => Set<CalendarFeedRow>();

    public DbSet<CalendarMarkRow> CalendarMarks => Set<CalendarMarkRow>();

    public DbSet<CalendarGoneRow> CalendarGone => Set<CalendarGoneRow>();

    public DbSet<CalendarKeyRow> CalendarKeys => Set<CalendarKeyRow>();

    public DbSet<ActivityLetterRow> ActivityLetters => Set<ActivityLetterRow>();

    public DbSet<OrganiserRecord> Organisers => Set<OrganiserRecord>();

    public DbSet<RegionDayRecord> RegionDays => Set<RegionDayRecord>();

    public DbSet<BookingRecord> Bookings => Set<BookingRecord>();

    public DbSet<SeasonAskingRecord> SeasonAskings => Set<SeasonAskingRecord>();

    public DbSet<SeasonPlanRecord> SeasonPlans => Set<SeasonPlanRecord>();

    public DbSet<SeasonMoveRecord> SeasonMoves => Set<SeasonMoveRecord>();

    public DbSet<NewsRecord> News => Set<NewsRecord>();

    public DbSet<NewsDayRow> NewsDays => Set<NewsDayRow>();

    public DbSet<PublicationRecord> Publications => Set<PublicationRecord>();

    public DbSet<PublicationTextRow> PublicationTexts => Set<PublicationTextRow>();

    public DbSet<TourRow> Tours => Set<TourRow>();

    public DbSet<TourApplicationRow> TourApplications => Set<TourApplicationRow>();

    public DbSet<ChangeRow> Changes => Set<ChangeRow>();

    public DbSet<ReadingRow> Readings => Set<ReadingRow>();

    public DbSet<ToldColumnsRow> ToldColumns => Set<ToldColumnsRow>();

    public DbSet<ReadingWorkRow> ReadingWorks => Set<ReadingWorkRow>();

    public DbSet<ReadingItemRow> ReadingItems => Set<ReadingItemRow>();

    public DbSet<ErrorReportRow> ErrorReports => Set<ErrorReportRow>();

    public DbSet<JobRow> Jobs => Set<JobRow>();

    public DbSet<DigestRow> Digests => Set<DigestRow>();

    public DbSet<LinkCheckRow> LinkChecks => Set<LinkCheckRow>();

    public DbSet<DelegationRow> Delegations => Set<DelegationRow>();

    public DbSet<DelegationProposerRow> DelegationProposers => Set<DelegationProposerRow>();

    public DbSet<DelegationPersonRow> DelegationPeople => Set<DelegationPersonRow>();

    public DbSet<DelegationTraitRow> DelegationTraits => Set<DelegationTraitRow>();

    public DbSet<DelegationTraitReadingRow> DelegationTraitReadings => Set<DelegationTraitReadingRow>();

    public DbSet<DelegationSeatingRow> DelegationSeatings => Set<DelegationSeatingRow>();

    public DbSet<DelegationDocumentRow> DelegationDocuments => Set<DelegationDocumentRow>();

    public DbSet<DelegationSessionRow> DelegationSessions => Set<DelegationSessionRow>();

    public DbSet<DelegationAttendanceRow> DelegationAttendance => Set<DelegationAttendanceRow>();

    public DbSet<DelegationContributionRow> DelegationContributions => Set<DelegationContributionRow>();

    /// <summary>From here on, within this unit of work, the rows of this office.</summary>
    public async Task WorkForAsync(int office, CancellationToken cancellation)
    {
        Office = office;
        await using var command = SayWho((NpgsqlConnection)Database.GetDbConnection());
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The statement by which a session says whose rows it works on.</summary>
    public static NpgsqlBatchCommand SayWho(int? office, bool isHost, Guid? account = null) =>
        new("select set_config('tessera.office', $1, false), set_config('tessera.host', $2, false), set_config('tessera.account', $3, false)")
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = office?.ToString(CultureInfo.InvariantCulture) ?? "" },
                new NpgsqlParameter<string> { TypedValue = isHost ? "on" : "" },
                new NpgsqlParameter<string> { TypedValue = account?.ToString() ?? "" },
            },
        };

    /// <summary>The same as a command of its own.</summary>
    public NpgsqlBatch SayWho(NpgsqlConnection connection) => new(connection) { BatchCommands = { SayWho(Office, IsHost, Account) } };

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(TesseraDb).Assembly, IsMapping);

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) => Conversions.Register(conventions);

    private static bool IsMapping(Type type) => type.Namespace?.StartsWith("Tessera.Features", StringComparison.Ordinal) == true;
}
