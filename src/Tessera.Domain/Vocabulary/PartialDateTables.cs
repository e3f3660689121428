namespace Tessera.Domain.Vocabulary;

/// <summary>
/// What <see cref="PartialDateGrammar"/> knows of each language, as data.
/// <para>
/// <b>Words</b>: <c>month</c>, <c>season</c>, <c>day</c> and <c>roman</c>, perhaps in a grammatical case (<c>month.from</c>), list one entry
/// for each number from 1, parted by semicolons; within an entry commas part the printed word from others that are read. <c>year.*</c>
/// lists endings by the last digit of the year that is not zero: for ones, tens, hundreds and thousands one entry each of nine endings.
/// <c>approximately</c> lists the words for <c>{~}</c>.
/// </para>
/// <para>
/// <b>Forms</b>: semicolons part the printed form from others that are read. <c>date.*</c> is a date by itself, <c>phrase.*</c> the same
/// beside a word of relation where that differs; <c>since</c>, <c>until</c>, <c>before</c>, <c>after</c> and <c>about</c> hold for every
/// precision unless one has its own; <c>days</c>, <c>days-of-months</c> and <c>months</c> are intervals within a year, <c>interval</c> is
/// any other, <c>interval.wide</c> that of dates with spaces in them.
/// </para>
/// <para>
/// <b>In a form</b>: <c>{y} {m} {s} {d}</c> are year, month, season and day, in a case <c>{m.from}</c>; <c>{mm} {r}</c> the month in digits
/// and in Roman numerals; <c>{D} {M}</c> day and month of an interval's end; <c>{z}</c> the next year; <c>{e}</c> the last year of the
/// decade; <c>{~}</c> an optional and <c>{about}</c> a required word for approximately; <c>{date}</c> any date, <c>{a} {b}</c> those of
/// an interval. <c>[x]</c> is printed and may be missing when read, <c>(x|y)</c> stands in read forms only, <c>–</c> reads any dash, and a
/// closing full stop may always be missing.
/// </para>
/// Sources: Unicode CLDR for names and usual orders; for Hungarian endings A magyar helyesírás szabályai (2015), 264–266 and 293–297.
/// </summary>
internal static class PartialDateTables
{
    /// <summary>
    /// Numeric forms, read in every language and printed in none. The day comes before the month unless the year leads.
    /// Month/year is not among them: 6/1993 is the number of a decision.
    /// </summary>
    public const string Common = """
        roman = I; II; III; IV; V; VI; VII; VIII; IX; X; XI; XII
        date.year = {y}
        date.month = {y}-{mm}; {y}. {mm}; {mm}. {y}; {y}. {r}
        date.day = {y}-{mm}-{d}; {y}. {mm}. {d}; {d}. {mm}[.] {y}; {d}/{mm}/{y}; {d}/{mm} {y}; {d}/{mm}-{y}; {d}-{mm}-{y}; {y}/{mm}/{d}; {y}. {r}. {d}; {d}. {r}. {y}; {d} {r} {y}
        interval = {a}–{b}
        """;

    public const string English = """
        month = January,Jan; February,Feb; March,Mar; April,Apr; May; June,Jun; July,Jul; August,Aug; September,Sept,Sep; October,Oct; November,Nov; December,Dec
        season = spring; summer; autumn,fall; winter
        approximately = about; around; circa; c[.]; ca[.]; cca[.]; approximately
        date.decade = {y}s; {y}'s; the {y}s; the {y}'s
        date.first-decade = decade {y}–{e}; the decade {y}–{e}
        date.year = {y}; the year {y}
        date.season = {s} {y}; {s} of {y}
        date.winter = {s} {y}–{z}; {s} {y}/{z}
        date.month = {m} {y}; {m}, {y}; {m} of {y}; {y} {m}
        date.day = {d} {m} {y}; {d}(st|nd|rd|th)[ of] {m}[,] {y}; {m} {d}[,] {y}; {m} {d}(st|nd|rd|th)[,] {y}
        phrase.decade = the {y}s
        phrase.first-decade = the decade {y}–{e}
        since = since {~}{date}; from {~}{date}; as of {date}; {date} onwards
        until = until {~}{date}; till {~}{date}; up to {~}{date}; to {~}{date}
        before = before {date}; prior to {date}; earlier than {date}
        after = after {date}; later than {date}
        about = {about}{date}
        interval = {a}–{b}; between {a} and {b}; from {a} to {b}; from {a} until {b}; {a} to {b}; {a} until {b}
        interval.wide = {a} – {b}
        days = {d}–{D} {m} {y}; {m} {d}–{D}[,] {y}; from {d} to {D} {m} {y}; between {d} and {D} {m} {y}
        days-of-months = {d} {m} – {D} {M} {y}; {m} {d} – {M} {D}[,] {y}; from {d} {m} to {D} {M} {y}; between {d} {m} and {D} {M} {y}
        months = {m}–{M} {y}; from {m} to {M} {y}; between {m} and {M} {y}
        """;

    public const string Hungarian = """
        month = január,jan; február,febr,feb; március,márc,már; április,ápr; május,máj; június,jún; július,júl; augusztus,aug; szeptember,szept,szep; október,okt; november,nov; december,dec
        month.of = januárja,januára; februárja,februára; márciusa; áprilisa; májusa; júniusa; júliusa; augusztusa; szeptembere; októbere; novembere; decembere
        month.from = januárjától,januárától; februárjától,februárától; márciusától; áprilisától; májusától; júniusától; júliusától; augusztusától; szeptemberétől; októberétől; novemberétől; decemberétől
        month.until = januárjáig,januáráig; februárjáig,februáráig; márciusáig; áprilisáig; májusáig; júniusáig; júliusáig; augusztusáig; szeptemberéig; októberéig; novemberéig; decemberéig
        season = tavasz; nyár; ősz; tél
        season.of = tavasza; nyara; ősze; tele
        season.from = tavaszától; nyarától; őszétől; telétől
        season.until = tavaszáig; nyaráig; őszéig; teléig
        day.of = 1-je; 2-a; 3-a; 4-e; 5-e; 6-a; 7-e; 8-a; 9-e; 10-e; 11-e; 12-e; 13-a; 14-e; 15-e; 16-a; 17-e; 18-a; 19-e; 20-a; 21-e; 22-e; 23-a; 24-e; 25-e; 26-a; 27-e; 28-a; 29-e; 30-a; 31-e
        day.from = 1-jétől,1-től; 2-ától; 3-ától; 4-étől; 5-étől; 6-ától; 7-étől; 8-ától; 9-étől; 10-étől; 11-étől; 12-étől; 13-ától; 14-étől; 15-étől; 16-ától; 17-étől; 18-ától; 19-étől; 20-ától; 21-étől; 22-étől; 23-ától; 24-étől; 25-étől; 26-ától; 27-étől; 28-ától; 29-étől; 30-ától; 31-étől
        day.until = 1-jéig; 2-áig; 3-áig; 4-éig; 5-éig; 6-áig; 7-éig; 8-áig; 9-éig; 10-éig; 11-éig; 12-éig; 13-áig; 14-éig; 15-éig; 16-áig; 17-éig; 18-áig; 19-éig; 20-áig; 21-éig; 22-éig; 23-áig; 24-éig; 25-éig; 26-áig; 27-éig; 28-áig; 29-éig; 30-áig; 31-éig
        year.from = től,től,tól,től,től,tól,től,tól,től; től,tól,tól,től,től,tól,től,tól,től; tól,tól,tól,tól,tól,tól,tól,tól,tól; től,től,től,től,től,től,től,től,től
        year.as = es,es,as,es,es,as,es,as,es; es,as,as,es,es,as,es,as,es; as,as,as,as,as,as,as,as,as; es,es,es,es,es,es,es,es,es
        approximately = kb[.]; körülbelül; cca[.]; ca[.]; mintegy
        date.decade = {y}-{y.as} évek; az {y}-{y.as} évek; a {y}-{y.as} évek
        date.year = {y}; {y}-(ban|ben); {y}[.] év
        date.season = {y} {s.of}; {y}[.] {s}; {s} {y}; {y} {s.of}(n|ban|ben)
        date.winter = {y}–{z} {s.of}; {y}/{z} {s.of}; {y}–{z} {s}; {y}/{z} {s}
        date.month = {y}. {m}; {y} {m}; {y}[.] {m.of}; {y}[.] {m}(ban|ben); {y}[.] {m.of}(ban|ben)
        date.day = {y}. {m} {d}.; {y}[.] {m} {d}; {y}[.] {m} {d}(-jén|-én|-án|én|án)
        phrase.month = {y} {m.of}
        phrase.day = {y}. {m} {d.of}; {y} {m} {d.of}
        since = {~}{date} óta; {~}{date}-(tól|től); {~}{date}-(tól|től) kezdve; {~}{date} kezdve
        since.decade = {~}{y}-{y.as} évektől; az {~}{y}-{y.as} évektől; a {~}{y}-{y.as} évektől
        since.year = {~}{y}-{y.from}; {~}{y}-{y.from} kezdve
        since.season = {~}{y} {s.from}; {~}{y} {s.from} kezdve
        since.winter = {~}{y}–{z} {s.from}; {~}{y}/{z} {s.from}
        since.month = {~}{y} {m.from}; {~}{y}[.] {m.from}; {~}{y}[.] {m.from} kezdve; {~}{y}[.] {m}(tól|től)
        since.day = {~}{y}. {m} {d.from}; {~}{y}[.] {m} {d.from}; {~}{y}[.] {m} {d.from} kezdve
        until = {~}{date}-ig
        until.decade = {~}{y}-{y.as} évekig; az {~}{y}-{y.as} évekig; a {~}{y}-{y.as} évekig
        until.season = {~}{y} {s.until}
        until.winter = {~}{y}–{z} {s.until}; {~}{y}/{z} {s.until}
        until.month = {~}{y} {m.until}; {~}{y}[.] {m.until}; {~}{y}[.] {m}ig
        until.day = {~}{y}. {m} {d.until}; {~}{y}[.] {m} {d.until}
        before = {date} előtt; {date}-t megelőzően
        after = {date} után; {date}-t követően
        about = {date} körül; {about}{date}
        interval = {a}–{b}; {a} és {b} között; {a}-(tól|től) {b}-ig; {a} és {b} közt
        interval.wide = {a} – {b}
        days = {y}. {m} {d}–{D}.; {y}[.] {m} {d}–{D}; {y}[.] {m} {d}[.]–{D}; {y}[.] {m} {d}[.] és {D}[.] között
        days-of-months = {y}. {m} {d}. – {M} {D}.; {y}[.] {m} {d}[.] – {M} {D}; {y}[.] {m} {d}[.] és {M} {D}[.] között
        months = {y}. {m}–{M}; {y} {m}–{M}; {y}[.] {m} és {M} között
        """;

    public const string Swedish = """
        month = januari,jan; februari,febr,feb; mars; april,apr; maj; juni,jun; juli,jul; augusti,aug; september,sept,sep; oktober,okt; november,nov; december,dec
        season = våren,vår; sommaren,sommar; hösten,höst; vintern,vinter
        approximately = omkring; cirka; ca[.]; c:a; circa; runt; kring
        date.decade = {y}-talet; {y}-tal
        date.first-decade = decenniet {y}–{e}
        date.year = {y}; år {y}; året {y}
        date.season = {s} {y}
        date.winter = {s} {y}–{z}; {s} {y}/{z}
        date.month = {m} {y}; {m} år {y}; i {m} {y}
        date.day = {d} {m} {y}; den {d} {m} {y}; {d}:(e|a) {m} {y}; den {d}:(e|a) {m} {y}
        since = sedan {~}{date}; från {~}{date}; från och med {~}{date}; fr.o.m. {~}{date}; f.r.o.m. {~}{date}
        until = till och med {~}{date}; t.o.m. {~}{date}; till {~}{date}; fram till {~}{date}
        before = före {date}; innan {date}
        after = efter {date}
        about = {about}{date}
        interval = {a}–{b}; mellan {a} och {b}; från {a} till {b}; från {a} till och med {b}; {a} till {b}; {a} till och med {b}; {a} t.o.m. {b}
        interval.wide = {a} – {b}
        days = {d}–{D} {m} {y}; den {d}–{D} {m} {y}; mellan {d} och {D} {m} {y}; från {d} till {D} {m} {y}
        days-of-months = {d} {m} – {D} {M} {y}; den {d} {m} – den {D} {M} {y}; mellan {d} {m} och {D} {M} {y}; från {d} {m} till {D} {M} {y}
        months = {m}–{M} {y}; mellan {m} och {M} {y}; från {m} till {M} {y}
        """;

    public const string Romanian = """
        month = ianuarie,ian; februarie,febr,feb; martie,mar; aprilie,apr; mai; iunie,iun; iulie,iul; august,aug; septembrie,sept,sep; octombrie,oct; noiembrie,noi,nov; decembrie,dec
        season = primăvara,primăvară; vara,vară; toamna,toamnă; iarna,iarnă
        approximately = circa; cca[.]; ca[.]; aproximativ; aprox[.]; prin; în jurul; în jurul anului; în jurul datei de; în jurul lui
        date.decade = anii {y}; anilor {y}
        date.year = {y}; anul {y}
        date.season = {s} anului {y}; {s} {y}; {s} lui {y}
        date.winter = {s} {y}–{z}; {s} {y}/{z}
        date.month = {m} {y}; luna {m} {y}; {m} anul {y}
        date.day = {d} {m} {y}; data de {d} {m} {y}; ziua de {d} {m} {y}
        since = din {~}{date}; de la {~}{date}; începând cu {~}{date}; începând din {~}{date}; de prin {date}
        until = până în {~}{date}; până la {~}{date}
        until.day = până la {~}{date}
        before = înainte de {date}; anterior {date}
        after = după {date}
        about = {about}{date}
        interval = {a}–{b}; între {a} și {b}; din {a} până în {b}; din {a} până la {b}; de la {a} la {b}; de la {a} până la {b}; de la {a} până în {b}
        interval.wide = {a} – {b}
        days = {d}–{D} {m} {y}; între {d} și {D} {m} {y}; de la {d} la {D} {m} {y}
        days-of-months = {d} {m} – {D} {M} {y}; între {d} {m} și {D} {M} {y}; de la {d} {m} la {D} {M} {y}
        months = {m}–{M} {y}; între {m} și {M} {y}; din {m} până în {M} {y}
        """;
}
