namespace Tessera.Domain.Vocabulary;

/// <summary>How far a stated date may be trusted. Both may hold, which EDTF writes as <c>%</c>.</summary>
[Flags]
public enum PartialDateQualifier
{
    /// <summary>As stated.</summary>
    None = 0,

    /// <summary>The source gives the date as approximate, EDTF <c>~</c>.</summary>
    About = 1,

    /// <summary>The date is doubted, EDTF <c>?</c>.</summary>
    Uncertain = 2,
}
