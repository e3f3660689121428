using System.Globalization;
using System.Text;

namespace Tessera.Web.Parts;

/// <summary>
/// The shades of an office's one colour, for light and dark pages. Lightness is moved in OKLCH (Ottosson 2020) until text reaches the contrast that WCAG 2.2 asks for (4.5 to 1) on each ground of the style sheet, so that any
/// colour an office chooses can be read.
/// </summary>
public static class OfficePalette
{
    /// <summary>A little more than 4.5, since shades are rounded to bytes.</summary>
    private const double Readable = 4.6;

    private const double Step = 0.01;
    private static readonly (double, double, double) White = (1, 1, 1);
    private static readonly (double, double, double) SoftGround = Parse("#f6f6f4");
    private static readonly (double, double, double) DarkGround = Parse("#13161c");
    private static readonly (double, double, double) DarkSoftGround = Parse("#1a1e26");

    /// <summary>The style sheet with the office's shades.</summary>
    /// <param name="colour">#rrggbb.</param>
    public static string StyleSheet(string colour)
    {
        var (lightness, chroma, hue) = Oklch.FromRgb(Parse(colour));
        var (tint, darkTint) = (Oklch.ToRgb(0.965, Math.Min(chroma, 0.025), hue), Oklch.ToRgb(0.24, Math.Min(chroma, 0.04), hue));
        var strong = Readably(lightness, chroma, hue, -Step, White, SoftGround, tint);
        var text = Readably(Math.Max(lightness, 0.72), Math.Min(chroma, 0.12), hue, Step, DarkGround, DarkSoftGround, darkTint);
        var light = Shades(strong, White, tint, Oklch.ToRgb(0.86, Math.Min(chroma, 0.06), hue), strong);
        var dark = Shades(text, DarkGround, darkTint, Oklch.ToRgb(0.38, Math.Min(chroma, 0.07), hue), text);
        return $":root{{{light}}}@media (prefers-color-scheme: dark){{:root:not([data-color-scheme=light]){{{dark}}}}}:root[data-color-scheme=dark]{{{dark}}}@media print{{:root{{{light}}}}}";
    }

    /// <summary>The contrast of two colours by WCAG 2.2: 1 to 21.</summary>
    public static double Contrast((double R, double G, double B) one, (double R, double G, double B) other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>#rrggbb as shares of red, green and blue.</summary>
    public static (double R, double G, double B) Parse(string colour)
    {
        var rgb = int.Parse(colour.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return ((rgb >> 16) / 255.0, ((rgb >> 8) & 255) / 255.0, (rgb & 255) / 255.0);
    }

    private static string Shades((double, double, double) strong, (double, double, double) onStrong, (double, double, double) tint, (double, double, double) line, (double, double, double) text)
    {
        var shades = new StringBuilder();
        foreach (var (name, value) in new[] { ("strong", strong), ("on-strong", onStrong), ("tint", tint), ("line", line), ("text", text) })
        {
            shades.Append("--office-").Append(name).Append(':').Append(Hex(value)).Append(';');
        }

        return shades.ToString();
    }

    /// <summary>The colour, made darker or lighter until it can be read on every ground that text of this colour stands on.</summary>
    private static (double, double, double) Readably(double lightness, double chroma, double hue, double step, params ReadOnlySpan<(double, double, double)> grounds)
    {
        var shade = Oklch.ToRgb(lightness, chroma, hue);
        while (LeastContrast(shade, grounds) < Readable && (step < 0 ? lightness > 0 : lightness < 1)) shade = Oklch.ToRgb(lightness = Math.Clamp(lightness + step, 0, 1), chroma, hue);
        return shade;
    }

    private static double LeastContrast((double, double, double) shade, ReadOnlySpan<(double, double, double)> grounds)
    {
        var least = double.MaxValue;
        foreach (var ground in grounds) least = Math.Min(least, Contrast(shade, ground));
        return least;
    }

    private static double Luminance((double R, double G, double B) c) => (0.2126 * Oklch.Linear(c.R)) + (0.7152 * Oklch.Linear(c.G)) + (0.0722 * Oklch.Linear(c.B));

    private static string Hex((double R, double G, double B) c) => string.Create(CultureInfo.InvariantCulture, $"#{Byte(c.R):x2}{Byte(c.G):x2}{Byte(c.B):x2}");

    private static int Byte(double share) => (int)Math.Round(Math.Clamp(share, 0, 1) * 255);
}

/// <summary>Lightness, chroma and hue in Björn Ottosson's OKLab space.</summary>
internal static class Oklch
{
    public static double Linear(double share) => share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);

    public static (double Lightness, double Chroma, double Hue) FromRgb((double R, double G, double B) c)
    {
        var (r, g, b) = (Linear(c.R), Linear(c.G), Linear(c.B));
        var l = Math.Cbrt((0.4122214708 * r) + (0.5363325363 * g) + (0.0514459929 * b));
        var m = Math.Cbrt((0.2119034982 * r) + (0.6806995451 * g) + (0.1073969566 * b));
        var s = Math.Cbrt((0.0883024619 * r) + (0.2817188376 * g) + (0.6299787005 * b));
        var (labA, labB) = ((1.9779984951 * l) - (2.4285922050 * m) + (0.4505937099 * s), (0.0259040371 * l) + (0.7827717662 * m) - (0.8086757660 * s));
        return ((0.2104542553 * l) + (0.7936177850 * m) - (0.0040720468 * s), Math.Sqrt((labA * labA) + (labB * labB)), Math.Atan2(labB, labA));
    }

    public static (double R, double G, double B) ToRgb(double lightness, double chroma, double hue)
    {
        var (a, b) = (chroma * Math.Cos(hue), chroma * Math.Sin(hue));
        var l = Math.Pow(lightness + (0.3963377774 * a) + (0.2158037573 * b), 3);
        var m = Math.Pow(lightness - (0.1055613458 * a) - (0.0638541728 * b), 3);
        var s = Math.Pow(lightness - (0.0894841775 * a) - (1.2914855480 * b), 3);
        return (Share((4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s)), Share((-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s)),
            Share((-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s)));
    }

    private static double Share(double linear)
    {
        var share = linear <= 0.0031308 ? linear * 12.92 : (1.055 * Math.Pow(linear, 1 / 2.4)) - 0.055;
        return Math.Clamp(share, 0, 1);
    }
}
