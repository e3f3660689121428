using Tessera.Domain.Vocabulary;

namespace Tessera.Features.Readings;

/// <summary>Says in the office's languages that a page calls an agreement dormant, paused, lapsed, ended or planned, where no date tells it: the program's texts know how.</summary>
/// <param name="status">A status of a proposed agreement.</param>
/// <param name="title">What the page is called.</param>
/// <param name="languages">Those the office writes.</param>
public delegate LocalText ReadingNotes(string status, string title, IReadOnlyList<string> languages);
