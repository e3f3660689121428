# Danish: the words by which a page about twin towns and partners is read. Form and keys: docs/lexicons.md.
common = og; at; er; det; den; en; et; til; på; af; som; med; for; de; ikke; har; der; var; blev; fra; om; men; eller; kan; skal; vil; også; efter; mellem; mere; ved; siden; sig; hvor; mange; været; år; kommunen; hvad; bliver; vores; jeg; nogle; over; under; mod; uden; igen; hvis; denne; alle; både; samt; gennem; bør; meget; dette; kunne; deres; hendes; når; så

# Måneder
month.1 = januar; jan; januars
month.2 = februar; feb; febr
month.3 = marts; mrt; mar
month.4 = april; apr
month.5 = maj
month.6 = juni; jun
month.7 = juli; jul
month.8 = august; aug
month.9 = september; sep; sept
month.10 = oktober; okt
month.11 = november; nov
month.12 = december; dec

# Aftaler
kind.twinning = venskabsby*; venskabsbyaftale*; venskabsbysamarbejd*; venskabskommune*; venskabskommun*; venskabsregion*; venskabsamt*; venskabskreds*; venskabsbyforbindelse*; venskabsbytræf*; venskabsø*; venskabslandsby*; venskabsforbindelse*; tvillingby*; tvillingebyer; søsterby*; søsterkommune*; partnerby*; partnerkommune*; partnerregion*; partnerskabsby*; partnerskabsaftale*; partnerskabskommune*; partnerskab med; bypartnerskab*; kommunepartnerskab*; regionspartnerskab*; aftale om venskabsby*; aftale om partnerskab*; venskabsamter; nordisk venskabsby*; nordiske venskabsby*; broderby*; twinning; venskabsbyring; venskabsbystævne*; venskabsbykontakt*; jumelage; venskabsprovins*; venskabslen; venskabsfylke*; søsterregion*; partnerprovins*; tvillingekommune*; venskabsstad*
kind.cooperation = samarbejdsaftale*; samarbejdsby*; samarbejdskommune*; samarbejdspartner*; samarbejdsregion*; aftale om samarbejde; samarbejde med; samarbejdskontrakt*; samarbejdserklæring*; rammeaftale*; bilateral aftale; bilaterale aftaler; bilateralt samarbejde; udvekslingsaftale*; strategisk partnerskab; grænseoverskridende samarbejde; samarbejdspagt*; samarbejdsoverenskomst*; overenskomst om samarbejde; samarbejdstraktat*; fælleserklæring*; fælles erklæring
kind.friendship = venskabsaftale*; venskabspagt*; venskabserklæring*; venskabskontrakt*; venskabstraktat*; aftale om venskab; venskabsbrev*; venskabsdokument*; venskabsrelation*; venskab og samarbejde; venskabelige forbindelser; venskabeligt forhold; venskabsbånd; venskabscharter*; venskabsprotokol*; venskabsoverenskomst*; overenskomst om venskab
kind.memorandum = memorandum*; memorandum of understanding; MoU; hensigtsmemorandum; forståelsesaftale*; aftalememorandum; samarbejdsmemorandum; memorandum om samarbejde; memorandum om forståelse; aftalememorandum*; forståelsesmemorandum*
kind.letter-of-intent = hensigtserklæring*; hensigtsaftale*; intentionsaftale*; intentionserklæring*; letter of intent; intentionsbrev*; intentionsprotokol*; fælles hensigtserklæring*; viljeserklæring*; principaftale*; forhåndsaftale*
kind.protocol = samarbejdsprotokol*; protokol om samarbejde; protokollat om samarbejde; venskabsbyprotokol*; partnerskabsprotokol*
kind.project-partnership = projektpartner*; projektsamarbejde*; projektpartnerskab*; klimapartnerskab*; bistandspartnerskab*; udviklingssamarbejde*; udviklingspartnerskab*; nord syd samarbejde; solidaritetsaftale*; solidaritetsby*; fadderby*; fadderskab*; skolepartnerskab*; nødhjælpspartnerskab*; EU-projekt*; Interreg-projekt*; støtteaftale*; lead partner
kind.membership = medlem af; medlemmer af; medlemskab*; medlemsby*; medlemskommune*; medlemsorganisation*; med i netværket; deltager i netværket
kind.contact = uformel kontakt*; uformelle kontakter; uformelt samarbejde; løs kontakt; uden formel aftale; uden aftale; ingen formel aftale; kontaktby*; venskabelig kontakt; uofficiel venskabsby*; kontaktkommune*; ingen skriftlig aftale; uden skriftlig aftale; ingen formelle aftaler; ikke formaliseret; ikke en formel aftale; ingen officiel aftale; uden officiel aftale
kind.none = ikke venskabsby; afslog; afvist

# Status
status.dormant = inaktiv*; ikke aktiv*; ikke længere aktiv*; sovende; hvilende; ligger stille; i dvale; ingen kontakt; ikke kontakt; gået i stå; passiv*; glemt; ebbet ud; for tiden ikke aktiv; ingen aktivitet*; døde ud; ikke noget aktivt samarbejde; intet aktivt samarbejde; ingen aktiv kontakt; ligger underdrejet; sparsom kontakt; i tornerosesøvn; samarbejdet hviler; sat i dvale; gået i dvale; ikke særlig aktiv*; ingen udveksling; kontakten er ophørt; ligget stille; har ligget stille; ligget underdrejet; ligget i dvale
status.paused = suspenderet; suspenderede; sat på pause; på pause; stillet i bero; i bero; sat i bero; indefrosset; frosset ned; afbrudt; midlertidigt stoppet; suspension; sat på stand by; lagt på is; sat på is; på is; nedfrosset; sat på hold; på stand by; midlertidigt afbrudt; midlertidigt indstillet; midlertidigt suspenderet; stillet på hold
status.ended = ophørt; ophører; ophævet; ophævelse; afsluttet; afsluttede; afviklet; opsagt; opsigelse*; nedlagt; stoppet; tidligere venskabsby*; tidligere partner*; tidligere samarbejd*; ikke længere; bragt til ophør; annulleret; opløst; samarbejdet er slut; samarbejdet sluttede; samarbejdet er ophørt; samarbejdet er afsluttet; samarbejdet ophørte; aftalen er ophørt; aftalen ophørte; aftalen er opsagt; tidligere venskab*; forhenværende venskabsby*; fhv venskabsby*; venskabet er ophørt; er ikke længere venskabsby*; bragt til afslutning
status.lapsed = udløbet; udløb; udløber; ikke fornyet; ikke forlænget; gået ud; aftalen udløb; aftalen er udløbet; aftalen løb ud; løbet ud; ikke blevet fornyet; ikke blevet forlænget
status.in-force = aktiv; aktive; aktivt; gældende; i kraft; gyldig*; levende; nuværende; bestående; velfungerende; løbende; tidsubegrænset; uden tidsbegrænsning; intensiv*
status.planned = planlagt; planlagte; planlægges; under forberedelse; forberedes; under udarbejdelse; foreslået; kommende venskabsby*; under forhandling; undersøges; påtænkt; mulig venskabsby*; skal underskrives; en aftale er på vej; venskabsbyaftale på vej; under opbygning; under etablering; forventes underskrevet; ventes underskrevet; planlagt venskabsby*; kommende partner*

# Datoer
role.first-contact = første kontakt*; den første kontakt; kontakten blev; kontakt siden; første besøg*; første møde*; kontakten begyndte; samarbejdet begyndte; samarbejdet startede; venskabet begyndte; venskabet startede; går tilbage til; begyndte med; startede med; bekendtskab*
role.decided = besluttet; besluttede; vedtaget; vedtog; godkendt; godkendte; godkendelse*; beslutning*; byrådsbeslutning*; vedtagelse*; tiltrådt af; tiltrådte; ratificeret; byrådet besluttede; byrådet vedtog; byrådet godkendte; kommunalbestyrelsen besluttede; kommunalbestyrelsen godkendte; økonomiudvalget besluttede; tiltrådt
role.signed = underskrevet; underskrev; underskrevne; underskrives; underskrivelse*; undertegnet; signeret; signering; indgået; indgik; indgåelse*; indgås; etableret; etablerede; etablering*; etableringsår; oprettet; oprettede; oprettelse*; stiftet; startet; startede; besegl*; formaliseret; officielt; officiel venskabsby; blev venskabsby*; har været venskabsby*; blev indgået; påbegyndt; begyndte; kom i stand; dato for underskrift; aftalen blev; initieret; aftalen blev underskrevet; aftalen blev indgået; aftalen underskrevet; aftale underskrevet; venskabsbyaftalen blev underskrevet; aftalen er fra; indgik venskabsby*
role.signed-here = underskrevet her; underskrevet i vores by; underskrevet hos os; underskrevet på rådhuset
role.signed-there = underskrevet der; underskrevet i venskabsbyen; underskrevet hos dem
role.in-force = i kraft siden; trådte i kraft; træder i kraft; trådt i kraft; gældende fra; gældende siden; gyldig fra; har eksisteret siden; aktiv siden
role.renewed = fornyet; fornyede; fornyelse*; fornyes; genbekræft*; bekræftet; forlænget; forlængelse*; forlænges; genoptaget; genoptog; genoplivet; genetableret; genunderskrevet; genforhandlet; revideret; ny aftale; fornyet aftale; aftalen blev fornyet; aftalen er fornyet; aftalen blev forlænget; genetablering*; genopfrisket; genaktiveret
role.ended = ophørte; afsluttet i; ophævet i; opsagt i; blev opsagt; blev afsluttet; blev ophævet; sluttede; udløb i; nedlagt i; varede til; blev afviklet; stoppede i; ophørte i; samarbejdet ophørte; samarbejdet sluttede; opsigelsesdato; aftalen udløb; aftalen ophørte; ophørsdato

since = siden; fra; fra og med; f o m; i perioden fra; med start i; lige siden; startende i
until = indtil; til; til og med; t o m; frem til; op til
about = ca; cirka; omkring; omtrent; rundt regnet; næsten; over; godt; knap; lidt over; mere end; i begyndelsen af; i slutningen af; midt i; tidligt i; sidst i
between = mellem; imellem; på den ene side; på den anden side; både; fra
decade = {y}'erne; {y}erne; {y}-erne; {y}-tallet; {y}'er; i {y}'erne; i {y}erne; begyndelsen af {y}'erne; slutningen af {y}'erne; midten af {y}'erne; starten af {y}'erne; først i {y}'erne; sidst i {y}'erne; midt i {y}'erne; tidligt i {y}'erne
year = år; året; årene; årstal; i år; år for; åra

# Niveauer
level.municipality = kommune; kommunen; kommuner; kommunerne; kommunene; kommunes; kommunens; købstad*; by; byen; byer; byerne; byene; byens; storby*; hovedstad*; landsby; landsbyen; landsbyer; stationsby*; bykommune*; havneby*; byområde*; sognekommune*; kommunalbestyrelse*; småby*; primærkommune*; badeby*; storkommune*; township; sogn; sognet; købstæder
level.city-district = bydel*; byens bydel*; forstad*; kvarter; arrondissement*; lokaludvalg*; bydistrikt*
level.county = amt; amtet; amter; amtskommune*; fylke*; fylket; grevskab*; län; länet; len; landkreds*; departement*; amtsråd*; county; amternes; amtets
level.province = provins*; provinsen; landskab
level.region = region; regionen; regioner; regionens; regionerne; regionsråd*; delstat*; forbundsland*; forbundsstat*; vojvodskab*; voivodskab*; oblast*; kanton*; autonom region; selvstyrende region; præfektur*; landsdel*; guvernement*; landstyre*
level.district = distrikt*; rayon*; rajon*; okres; powiat; kreds; landkreis; kredse; underregion*
level.association = kommunesammenslutning*; sammenslutning af kommuner; kommuneforening*; forening af kommuner; kommunefællesskab*; fælleskommunal*; storkommune; landsforening*; venskabsbyforening*; venskabsforening*; hovedstadsområde*; kommunernes landsforening
level.network = netværk*; bynetværk*; byforbund*; venskabsbykæde*; venskabsbyring*; venskabskæde*; venskabsring*; kæde; kæden; ring; ringen; nordisk kæde; union af byer; alliance; liga; euroregion*; internationale organisationer; sammenslutning af byer
level.institution = skole; skolen; skoler; folkeskole*; gymnasi*; højskole*; efterskole*; universitet*; sygehus*; hospital*; klub; klubben; klubber; klubberne; idrætsforening*; fodboldklub*; virksomhed*; firma; fond; stiftelse; museum*; bibliotek*; kor; koret; orkester*; brandvæsen*; børnehave*; kirke; menighed*; spejder*; rotary; lions club; teater; handelskammer*; institut*

# Beslutninger
decision = beslutning nr; sag nr; sagsnr; sagsnummer; sag; punkt nr; pkt; dagsordenspunkt; journalnr; j nr; byrådsbeslutning*; beslutning*; vedtagelse*; §; referat*; punktnr
body = byråd*; byrådet; kommunalbestyrelse*; borgerrepræsentation*; økonomiudvalg*; økonomi og erhvervsudvalg*; regionsråd*; amtsråd*; kulturudvalg*; byrådsmøde*; kommunalråd*; magistrat*; venskabsbyudvalg*; venskabsbykomite*; sogneråd*; udvalg; udvalget; rådhus*; folketing*; bestyrelsen; direktion*

# Overskrifter i tabeller
label.number = nr; nummer; lb nr; antal; antall
label.name = navn; navn på by; by; venskabsby; venskabsbyer; partner; partnere; partnerby; kommune; bynavn; samarbejdspartner; venskabskommune; venskabsbyens navn; titel; tittel
label.country = land; lande; stat; nation; landet
label.region = region; amt; provins; landsdel; delstat; område; distrikt
label.place = sted; stad; by; kommune; lokalitet; beliggenhed; placering; hjemsted
label.since = siden; år; årstal; dato; fra; etableret; etableringsår; oprettet; venskabsby siden; venskabsbyer siden; venskab siden; partner siden; samarbejde siden; startår; indgået; samarbejdet begyndte; start; stiftet; aftale siden; begyndt; startdato; venskabsbysamarbejde siden; venskabskommune siden; partnerby siden; samarbejdet startede; indgået i; etableret i; aftale fra; aftalen er fra; år for aftale; venskabsforbindelse siden; etableret år
label.signed = underskrevet; underskrevet den; dato for underskrift; aftaledato; dato for aftale; aftale underskrevet; aftale indgået; indgået den; underskrivelse; underskriftsdato; signeret; aftale fra; aftalen underskrevet; aftalen indgået; underskriftsår; indgåelsesdato; dato for indgåelse; dato for underskrivelse; venskabsbyaftale underskrevet; venskabsbyaftale indgået
label.decided = besluttet; beslutningsdato; godkendt; vedtaget; dato for beslutning; godkendt af byrådet
label.renewed = fornyet; fornyet den; fornyelse; forlænget; genbekræftet
label.ended = ophørt; afsluttet; slut; slutdato; udløb; udløber; gyldig til; periode; varighed; aftaleperiode; opsagt; gyldighed; ophør; ophørsdato; ophørt i; aftalens varighed; gyldighedsperiode; løbetid
label.kind = type; art; form; aftaletype; aftale; aftalens art; type aftale; samarbejdsform; samarbejdstype; relation; kategori; dokument; grundlag
label.status = status; tilstand; aktivitet; aktivitetsniveau
label.decision = beslutning; beslutning nr; sagsnummer; sagsnr; byrådsbeslutning; reference
label.address = adresse; postadresse; besøgsadresse; gadeadresse; postnummer; postnr; kontor; gade
label.website = hjemmeside; websted; webside; web; website; internet; internetadresse; www; link; links; lenke; lenker; officiel hjemmeside; url; netsted; læs mere på; kommunens hjemmeside
label.email = e-mail; email; mail; epost; mailadresse; e-mailadresse; e-post
label.phone = telefon; tlf; tel; telefonnummer; mobil; mobiltelefon; ring; tlf nr; omstilling
label.fax = fax; telefax; fax nr; faxnummer
label.mayor = borgmester; borgmesteren; ordfører; viceborgmester; overborgmester; formand; amtsborgmester; kommunaldirektør; kommunedirektør; guvernør; præsident; regionsrådsformand; kommunalbestyrelsesformand; borgmesterens navn; borgmester navn; rådmand; byrådsformand; regionsformand; byens borgmester
label.contact = kontakt; kontaktperson; kontaktpersoner; kontaktoplysninger; ansvarlig; koordinator; sagsbehandler; sekretær; venskabsbykoordinator
label.population = indbyggere; indbyggertal; antal indbyggere; befolkning; befolkningstal; borgere; folketal; indb; beboere
label.area = areal; flademål; størrelse; udstrækning; samlet areal; areal i km2
label.distance = afstand; afstand i km; km; distance; afstand fra; rejsetid
label.language = sprog; officielt sprog; sprog der tales; hovedsprog; modersmål
label.note = note; noter; bemærkning; bemærkninger; kommentar; kommentarer; beskrivelse; fakta; om byen; om kommunen; information; historie; baggrund; øvrigt; andet
label.fields = områder; samarbejdsområder; samarbejdsområde; emner; emne; tema; temaer; formål; indhold; fokusområder; indsatsområder; aktiviteter; mål; projekter; samarbejde om
label.signatories = underskrivere; underskrevet af; aftaleparter; parter; på vegne af; for kommunen; repræsenteret ved

million = million; millioner; mio; mill
thousand = tusind; tusinde; tusen
inhabitants = indbyggere; indbygger; indbyggertal; indb; befolkning*; borgere; mennesker; personer; beboere; sjæle; folketal
area-unit = km2; km 2; km²; kvadratkilometer; kvkm; kv km; ha; hektar; tønder land; kvadrat kilometer

# Overskrifter
heading.partners = venskabsbyer; vores venskabsbyer; kommunens venskabsbyer; byens venskabsbyer; venskabsbyerne; vore venskabsbyer; venskabskommuner; vores venskabskommuner; venskabsbysamarbejde; venskabsby; nordiske venskabsbyer; venskabsbyer i norden; venskabsbyer i udlandet; venskabsbyer og partnere; oversigt over venskabsbyer; liste over venskabsbyer; internationale venskabsbyer; venskabsbyaftaler; venskabsaftaler; internationalt samarbejde; internationale relationer; internationale partnere; samarbejdsbyer; samarbejdsaftaler; samarbejdspartnere; partnerbyer; vores partnerbyer; partnerkommuner; søsterbyer; tvillingbyer; partnerregioner; partnere; partnerskaber; tidligere venskabsbyer; aktive venskabsbyer; venskabsbyer og internationalt samarbejde; kommunens internationale samarbejde; venskabsregioner; venskabsbyer for; internationale forbindelser; internationalt
heading.other = kontakt; kontakt os; kontaktoplysninger; kontaktinformation; nyheder; seneste nyt; flere nyheder; aktuelt; presse; pressemeddelelser; arrangementer; begivenheder; kalender; det sker; åbningstider; åbningstid; telefontider; cookies; cookiepolitik; om cookies; privatlivspolitik; databeskyttelse; persondatapolitik; del; del siden; del denne side; følg os; sociale medier; relateret; relaterede sider; relateret indhold; relaterede links; se også; links; genveje; nyttige links; søg; søgning; søgeresultater; vejr; vejret; nyhedsbrev; tilmeld; log ind; menu; hovedmenu; navigation; du er her; sitemap; tilgængelighed; tilgængelighedserklæring; ophavsret; om kommunen; om os; om hjemmesiden; download; dokumenter; galleri; billeder; kilder; referencer; noter; selvbetjening; borger; erhverv; politik; job; ledige stillinger; turisme; seværdigheder; historie; byvåben; geografi; kultur; idræt; uddannelse; sundhed; trafik; statistik; fik du hjælp; var siden nyttig; feedback; kommentarer; arkiv; kategorier; sidst opdateret; indholdsfortegnelse; indhold; kort; find vej; høringer; akut hjælp; bygninger; personer fra byen

explain = hvad er en venskabsby; hvad er venskabsbyer; hvad er et venskabsbysamarbejde; ideen med venskabsbyer; ideen bag venskabsbyer; tanken bag venskabsby*; formålet med venskabsby*; en venskabsby er; venskabsbyer er; efter anden verdenskrig; historien om venskabsby*; venskabsbyernes historie; sådan søger du; søg tilskud; tilskud til venskabsby*; bliv medlem; værtsfamilie*; foreningen norden

noise = linket åbner i nyt vindue; åbner i nyt vindue; åbn i nyt vindue; åbner i ny fane; åbner nyt vindue; nyt vindue; eksternt link; læs mere; læs mere om; læs også; se mere; vis mere; mere info; mere information; klik her; klik for at; gå til hjemmesiden; besøg hjemmesiden; del på facebook; del på twitter; del på linkedin; send til en ven; del via mail; print; udskriv; print siden; tilbage; til toppen; til top; gå til indhold; spring til indhold; næste; forrige; forside; forsiden; luk; åbn; billede; billede af; foto; fotograf; foto af; klik for større billede; forstør billede; video; afspil; våben; byvåben; kommunevåben; våbenskjold; flag; flag for; logo; logo for; kort over; vis på kort; vis kort; rediger; kilde; ophavsret; sidst opdateret; opdateret; publiceret; sidst ændret; læs højt; lyt; oversæt; oplæsning; hent pdf; download; fold ud; fold sammen; ekstern hjemmeside

and = og; samt; eller; og også; såvel som; tillige med
in = i; fra; ved; på; af; beliggende i; ligger i; nær; uden for
ending = s; es

count = en|et|én|ett|ét; to; tre; fire; fem; seks; syv|syv; otte; ni; ti; elleve; tolv; tretten; fjorten; femten; seksten; sytten; atten; nitten; tyve
home = vores by; vor by; vores kommune; vor kommune; hos os; her; i kommunen; i byen; herhjemme; hjemme; vores region; kommunen; byen; vores område
at = i; på

title = borgmester; borgmesteren; viceborgmester; fhv borgmester; tidligere borgmester; overborgmester; rådmand; kommunaldirektør; byrådsmedlem; formand; regionsrådsformand; hr; fru; frk; minister; statsminister; ambassadør; konsul; præsident; direktør; rektor; kong; dronning; prins; prinsesse; biskop; sognepræst; sekretær; guvernør; amtsborgmester; koordinator

# Lande
country.AL = Republikken Albanien
country.AM = Republikken Armenien
country.AT = Østrig
country.AZ = Aserbajdjan; Azerbaijan; Azerbajdsjan
country.BE = Flandern; Vallonien
country.BA = Bosnien; Hercegovina; Bosnien og Hercegovina; Bosnien-Herzegovina
country.CY = Nordcypern
country.CZ = Den Tjekkiske Republik; Tjekkoslovakiet; Tjekkien; Tjekket; Bøhmen; Mähren
country.DK = Færøerne; Grønland
country.FI = Åland; Ålandsøerne
country.FR = Bretagne; Normandiet; Korsika; Réunion; Guadeloupe; Martinique
country.GE = Grusien
country.DE = Forbundsrepublikken Tyskland; Vesttyskland; Østtyskland; BRD; DDR; Sydslesvig
country.GR = Hellas; Kreta
country.IS = Republikken Island
country.IE = Den Irske Republik; Republikken Irland; Eire
country.IT = Sicilien; Sardinien; Sydtyrol
country.LV = Letland
country.LT = Republikken Litauen
country.LU = Luxemburg; Storhertugdømmet Luxembourg
country.MD = Moldavien; Republikken Moldova
country.ME = Montenegro; Crna Gora
country.NL = Holland; Nederlandene; Nederland
country.MK = Makedonien; Nordmakedonien; FYROM
country.NO = Norge; Svalbard
country.PL = Republikken Polen
country.PT = Azorerne; Madeira
country.RO = Rumænien; Transsylvanien
country.RS = Jugoslavien; Serbien og Montenegro; Vojvodina
country.SK = Den Slovakiske Republik
country.SI = Republikken Slovenien
country.ES = Catalonien; Baskerlandet; De Kanariske Øer; Mallorca
country.SE = Skåne
country.TR = Tyrkiet; Türkiye
country.UA = Ukraine
country.GB = England; Skotland; Wales; Nordirland; Det Forenede Kongerige; UK; Jersey; Isle of Man
country.VA = Vatikanet; Vatikanstaten
country.BY = Hviderusland; Belarus
country.RU = Den Russiske Føderation; Sovjetunionen
country.XK = Kosova
country.CN = Folkerepublikken Kina; Kina
country.US = Amerika; De Forenede Stater; Amerikas Forenede Stater; U.S.A.
country.NZ = Ny Zealand; Newzealand
country.KR = Korea; Republikken Korea; Sydkorea
country.PS = Palæstina; Vestbredden; Gaza; De Palæstinensiske Områder
country.KZ = Kazakhstan; Kasakstan
country.UZ = Uzbekistan
country.KG = Kirgizistan; Kirgisien
country.DZ = Algier
country.BF = Øvre Volta
country.CI = Elfenbenskysten
country.CM = Cameroun; Cameroon; Kamerun
country.TZ = Zanzibar
country.ZA = Republikken Sydafrika
country.MZ = Mocambique
country.MX = México

country-adjective.AL = albansk; albanske
country-adjective.AD = andorransk; andorranske
country-adjective.AM = armensk; armenske
country-adjective.AT = østrigsk; østrigske
country-adjective.AZ = aserbajdsjansk; aserbajdsjanske
country-adjective.BE = belgisk; belgiske; flamsk; flamske; vallonsk; vallonske
country-adjective.BA = bosnisk; bosniske; hercegovinsk; hercegovinske
country-adjective.BG = bulgarsk; bulgarske
country-adjective.HR = kroatisk; kroatiske; dalmatisk; dalmatiske
country-adjective.CY = cypriotisk; cypriotiske
country-adjective.CZ = tjekkisk; tjekkiske; tjekkoslovakisk; tjekkoslovakiske
country-adjective.DK = dansk; danske; færøsk; færøske; grønlandsk; grønlandske
country-adjective.EE = estisk; estiske; estlandsk; estlandske
country-adjective.FI = finsk; finske; ålandsk; ålandske
country-adjective.FR = fransk; franske; bretonsk; bretonske
country-adjective.GE = georgisk; georgiske; grusinsk; grusinske
country-adjective.DE = tysk; tyske; vesttysk; vesttyske; østtysk; østtyske; bayersk; bayerske; sydslesvigsk; sydslesvigske
country-adjective.GR = græsk; græske; kretisk; kretiske
country-adjective.HU = ungarsk; ungarske
country-adjective.IS = islandsk; islandske
country-adjective.IE = irsk; irske
country-adjective.IT = italiensk; italienske; siciliansk; sicilianske
country-adjective.LV = lettisk; lettiske; letlandsk; letlandske
country-adjective.LI = liechtensteinsk; liechtensteinske
country-adjective.LT = litauisk; litauiske
country-adjective.LU = luxembourgsk; luxembourgske; luxemburgsk; luxemburgske
country-adjective.MT = maltesisk; maltesiske
country-adjective.MD = moldovsk; moldovske; moldavisk; moldaviske
country-adjective.MC = monegaskisk; monegaskiske
country-adjective.ME = montenegrinsk; montenegrinske
country-adjective.NL = hollandsk; hollandske; nederlandsk; nederlandske; frisisk; frisiske
country-adjective.MK = makedonsk; makedonske; nordmakedonsk; nordmakedonske
country-adjective.NO = norsk; norske
country-adjective.PL = polsk; polske
country-adjective.PT = portugisisk; portugisiske
country-adjective.RO = rumænsk; rumænske
country-adjective.SM = sanmarinsk; sanmarinske
country-adjective.RS = serbisk; serbiske; jugoslavisk; jugoslaviske
country-adjective.SK = slovakisk; slovakiske
country-adjective.SI = slovensk; slovenske
country-adjective.ES = spansk; spanske; katalansk; katalanske; catalansk; catalanske; baskisk; baskiske
country-adjective.SE = svensk; svenske; skånsk; skånske
country-adjective.CH = schweizisk; schweiziske; svejtsisk; svejtsiske
country-adjective.TR = tyrkisk; tyrkiske
country-adjective.UA = ukrainsk; ukrainske
country-adjective.GB = britisk; britiske; engelsk; engelske; skotsk; skotske; walisisk; walisiske; nordirsk; nordirske
country-adjective.BY = belarusisk; belarusiske; hviderussisk; hviderussiske; belarussisk; belarussiske
country-adjective.RU = russisk; russiske; karelsk; karelske
country-adjective.XK = kosovarisk; kosovariske; kosovoalbansk; kosovoalbanske
country-adjective.CN = kinesisk; kinesiske
country-adjective.JP = japansk; japanske
country-adjective.US = amerikansk; amerikanske
country-adjective.CA = canadisk; canadiske
country-adjective.AU = australsk; australske
country-adjective.NZ = newzealandsk; newzealandske
country-adjective.IN = indisk; indiske
country-adjective.KR = koreansk; koreanske; sydkoreansk; sydkoreanske
country-adjective.VN = vietnamesisk; vietnamesiske
country-adjective.TW = taiwansk; taiwanske; taiwanesisk; taiwanesiske
country-adjective.IL = israelsk; israelske
country-adjective.PS = palæstinensisk; palæstinensiske
country-adjective.LB = libanesisk; libanesiske
country-adjective.KZ = kasakhisk; kasakhiske; kasakhstansk; kasakhstanske
country-adjective.UZ = usbekisk; usbekiske
country-adjective.KG = kirgisisk; kirgisiske
country-adjective.MA = marokkansk; marokkanske
country-adjective.TN = tunesisk; tunesiske
country-adjective.DZ = algerisk; algeriske; algirsk; algirske
country-adjective.EG = egyptisk; egyptiske; ægyptisk; ægyptiske
country-adjective.SN = senegalesisk; senegalesiske
country-adjective.ML = malisk; maliske
country-adjective.BF = burkinsk; burkinske
country-adjective.BJ = beninsk; beninske
country-adjective.TG = togolesisk; togolesiske
country-adjective.CI = ivoriansk; ivorianske
country-adjective.GH = ghanesisk; ghanesiske; ghanansk; ghananske
country-adjective.NG = nigeriansk; nigerianske
country-adjective.CM = camerounsk; camerounske
country-adjective.TZ = tanzaniansk; tanzanianske
country-adjective.KE = kenyansk; kenyanske
country-adjective.UG = ugandisk; ugandiske
country-adjective.RW = rwandisk; rwandiske
country-adjective.ET = etiopisk; etiopiske
country-adjective.ZA = sydafrikansk; sydafrikanske
country-adjective.NA = namibisk; namibiske
country-adjective.MZ = mozambiquisk; mozambiquiske
country-adjective.MG = madagaskisk; madagaskiske
country-adjective.CU = cubansk; cubanske
country-adjective.NI = nicaraguansk; nicaraguanske
country-adjective.MX = mexicansk; mexicanske
country-adjective.GT = guatemalansk; guatemalanske
country-adjective.HN = honduransk; honduranske
country-adjective.BR = brasiliansk; brasilianske
country-adjective.AR = argentinsk; argentinske
country-adjective.CL = chilensk; chilenske
country-adjective.PE = peruansk; peruanske; peruviansk; peruvianske
country-adjective.BO = boliviansk; bolivianske
country-adjective.CO = colombiansk; colombianske
country-adjective.EC = ecuadoriansk; ecuadorianske
country-adjective.UY = uruguayansk; uruguayanske
country-adjective.PY = paraguayansk; paraguayanske

continent = Norden; Nordens
