namespace Tessera.Domain.Calendar;

/// <summary>What sort of activity it is.</summary>
public enum ActivityKind
{
    /// <summary>Guests come to us.</summary>
    IncomingVisit,

    /// <summary>We go to somebody.</summary>
    OutgoingVisit,

    /// <summary>A public event that is none of the more exact kinds.</summary>
    Event,

    /// <summary>A festival or days of a county or town.</summary>
    Festival,

    /// <summary>A fair or market.</summary>
    Fair,

    /// <summary>A conference.</summary>
    Conference,

    /// <summary>An exhibition.</summary>
    Exhibition,

    /// <summary>People go out to help, such as doctors who screen settlement by settlement.</summary>
    Mission,

    /// <summary>An ambassador or consul comes.</summary>
    EmbassyVisit,

    /// <summary>A round table.</summary>
    RoundTable,

    /// <summary>A training.</summary>
    Training,

    /// <summary>A ceremony, such as a signing.</summary>
    Ceremony,

    /// <summary>A working meeting.</summary>
    Meeting,
}

/// <summary>What a visit is for.</summary>
public enum VisitPurpose
{
    /// <summary>Elected leaders meet.</summary>
    Political,

    /// <summary>To learn from how others do it.</summary>
    Study,

    /// <summary>To work on something in common.</summary>
    Cooperation,

    /// <summary>To keep a friendship between people.</summary>
    Friendship,
}

/// <summary>How far an activity has come.</summary>
public enum ActivityStatus
{
    /// <summary>Intended; nothing is promised to anybody.</summary>
    Planned,

    /// <summary>It will take place.</summary>
    Confirmed,

    /// <summary>It took place.</summary>
    Held,

    /// <summary>It will not take place, or did not.</summary>
    Cancelled,

    /// <summary>It will take place at another time than was said.</summary>
    Postponed,
}

/// <summary>What brings an activity from one status to the next.</summary>
public enum ActivityStep
{
    /// <summary>It is certain.</summary>
    Confirm,

    /// <summary>It took place, and this came of it.</summary>
    Hold,

    /// <summary>It waits for another time.</summary>
    Postpone,

    /// <summary>It is called off.</summary>
    Cancel,

    /// <summary>It is taken up again after all.</summary>
    Plan,
}

/// <summary>What a partner does in an activity.</summary>
public enum PartnerPart
{
    /// <summary>Comes to us.</summary>
    Guest,

    /// <summary>Receives us, or is where it takes place.</summary>
    Host,

    /// <summary>Organises it.</summary>
    Organiser,

    /// <summary>Takes part.</summary>
    Participant,

    /// <summary>Sends people or goods, or pays.</summary>
    Supporter,
}

/// <summary>Which people are counted.</summary>
public enum ParticipantGroup
{
    /// <summary>Members of a delegation.</summary>
    Delegates,

    /// <summary>Elected leaders.</summary>
    Leaders,

    /// <summary>Experts and officials.</summary>
    Experts,

    /// <summary>Musicians, dancers and others who perform.</summary>
    Performers,

    /// <summary>Pupils and young people.</summary>
    Young,

    /// <summary>Producers and craftspeople.</summary>
    Producers,

    /// <summary>Those who help: drivers, interpreters, volunteers.</summary>
    Helpers,
}

/// <summary>What a meeting leaves to be done or given.</summary>
public enum PromiseKind
{
    /// <summary>A gift.</summary>
    Gift,

    /// <summary>Something that was promised.</summary>
    Promise,
}

/// <summary>Who owes what was promised.</summary>
public enum PromiseSide
{
    /// <summary>Our side.</summary>
    Ours,

    /// <summary>The partner's side.</summary>
    Theirs,
}

/// <summary>What a figure of an outcome counts.</summary>
public enum FigureKind
{
    /// <summary>People who were screened.</summary>
    Screened,

    /// <summary>Goods that were delivered.</summary>
    Delivered,

    /// <summary>Visitors.</summary>
    Visitors,

    /// <summary>Those who took part.</summary>
    Participants,

    /// <summary>Exhibitors and sellers.</summary>
    Exhibitors,

    /// <summary>New contacts.</summary>
    Contacts,
}

/// <summary>In what a figure is counted.</summary>
public enum FigureUnit
{
    /// <summary>People.</summary>
    People,

    /// <summary>Tonnes.</summary>
    Tonnes,

    /// <summary>Kilograms.</summary>
    Kilograms,

    /// <summary>Pieces.</summary>
    Pieces,
}
