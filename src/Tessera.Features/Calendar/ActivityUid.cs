namespace Tessera.Features.Calendar;

/// <summary>What tells an activity from everything else in everybody's calendars.</summary>
public static class ActivityUid
{
    /// <summary>Stays as it is for as long as there is the activity, in feeds and in invitations.</summary>
    public static string Of(Guid activity, string office) => $"{activity}@{office}.tessera";
}
