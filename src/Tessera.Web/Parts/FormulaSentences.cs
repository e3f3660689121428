using System.Globalization;
using Tessera.Domain.Memberships;

namespace Tessera.Web.Parts;

/// <summary>Says a formula of fees with its parameters, and what of it is not verified.</summary>
public static class FormulaSentences
{
    /// <summary>The formula, and that its result is to be checked where the source leaves something open.</summary>
    public static string Of(FeeFormula formula, Texts texts)
    {
        string Number(decimal number) => number.ToString("#,##0.######", texts.Culture);
        var said = texts.With("membership.formula-hint", ("name", formula.Key.ToUpperInvariant()), ("base", Number(formula.Base)), ("currency", formula.Currency), ("divisor", Number(formula.Divisor)),
            ("percent", Number((formula.YearlyIndex - 1) * 100)), ("year", formula.IndexYear.ToString(CultureInfo.InvariantCulture)), ("cap", Number(formula.Cap)), ("small", Number(formula.SmallRevenue)), ("share", Number(formula.RevenueShare * 100)));
        return formula.PopulationConfidence is RuleConfidence.Unverified ? $"{said} {texts["membership.formula-unverified"]}" : said;
    }
}
