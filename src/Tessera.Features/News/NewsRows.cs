using Tessera.Domain.News;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Interchange.Offices;

namespace Tessera.Features.News;

/// <summary>A piece of news of an office.</summary>
internal sealed class NewsRecord : IItemRecord
{
    public Guid Id { get; init; }

    public int OfficeId { get; init; }

    public required string Key { get; init; }

    public int Position { get; set; }

    public NewsCategory Category { get; set; }

    public LocalText Title { get; set; } = LocalText.Empty;

    public LocalText Lead { get; set; } = LocalText.Empty;

    /// <summary>The first day on which it is shown; null while it is a draft.</summary>
    public DateOnly? Published { get; set; }

    /// <summary>The last day on which it is shown.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>The whole item, without its source. Of the keys in it those count that the lists below still have.</summary>
    public required NewsItem Item { get; set; }

    public Guid SourceId { get; set; }

    public SourceRow? Source { get; set; }

    /// <summary>Rises with every change.</summary>
    public int Version { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public List<PartnerRecord> Partners { get; init; } = [];

    public List<OfficeTextRow> Fields { get; init; } = [];

    public List<ActivityRecord> Activities { get; init; } = [];

    public List<NewsDayRow> Days { get; init; } = [];
}

/// <summary>How often a piece of news was read on a day, and what its readers said of it.</summary>
internal sealed class NewsDayRow
{
    public int OfficeId { get; init; }

    public Guid NewsId { get; init; }

    public DateOnly Day { get; init; }

    public int Reads { get; set; }

    public int Useful { get; set; }

    public int NotUseful { get; set; }
}
