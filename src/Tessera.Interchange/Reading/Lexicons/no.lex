# Norwegian, bokmål and nynorsk: the words by which a page about twin towns and partners is read. Form and keys: docs/lexicons.md.
common = og; at; er; det; den; en; et; til; på; av; som; med; for; de; ikke; har; da; var; ble; fra; om; men; eller; kan; skal; vil; også; etter; mellom; mer; ved; siden; seg; hvor; mange; vært; år; kommunen; hva; blir; vår; jeg; noen; over; under; mot; uten; igjen; hvis; denne; alle; både; samt; gjennom; bør; ikkje; eit; frå; deira; noko; når; så

# Måneder
month.1 = januar; jan; januars
month.2 = februar; feb; febr
month.3 = mars; mar
month.4 = april; apr
month.5 = mai
month.6 = juni; jun
month.7 = juli; jul
month.8 = august; aug
month.9 = september; sep; sept
month.10 = oktober; okt
month.11 = november; nov
month.12 = desember; des

# Aftaler
kind.twinning = vennskapsby*; vennskapsbyavtale*; vennskapsbysamarbeid*; vennskapskommune*; vennskapskommun*; vennskapsregion*; vennskapsfylke*; vennskapskrets*; vennskapsbyforbindelse*; vennskapsbytreff*; vennskapsøy*; vennskapsbygd*; vennskapsforbindelse*; tvillingby*; tvillingkommune*; søsterby*; søsterkommune*; partnerby*; partnerkommune*; partnerregion*; partnerskapsavtale*; partnerskapskommune*; partnerskap med; bypartnerskap*; kommunepartnerskap*; regionspartnerskap*; avtale om vennskapsby*; avtale om partnerskap*; vennskapsfylker; nordisk vennskapsby*; nordiske vennskapsby*; vennskapsbymøte*; twinning; venskapsby*; venskapskommune*; venskapsbysamarbeid*; partnarkommune*; partnerskapsby*; søsterregion*; venskapsfylke*; venskapsregion*; vennskapsprovins*; vennskapsstad*; vennskapslen; partnerfylke*; partnarby*; partnarregion*; vennskapslandsby*
kind.cooperation = samarbeidsavtale*; samarbeidsby*; samarbeidskommune*; samarbeidspartner*; samarbeidsregion*; avtale om samarbeid; samarbeid med; samarbeidskontrakt*; samarbeidserklæring*; rammeavtale*; bilateral avtale; bilaterale avtaler; bilateralt samarbeid; utvekslingsavtale*; strategisk partnerskap; grenseoverskridende samarbeid; samarbeidspakt*; samarbeidsoverenskomst*; felleserklæring*; felles erklæring; avtale for samarbeid
kind.friendship = vennskapsavtale*; vennskapspakt*; vennskapserklæring*; vennskapskontrakt*; vennskapstraktat*; avtale om vennskap; vennskapsbrev*; vennskapsdokument*; vennskapsrelasjon*; vennskap og samarbeid; vennskapelige forbindelser; vennskapelig forhold; vennskapsbånd; vennskapscharter*; vennskapsprotokoll*; venskapsavtale*; venskapserklæring*; venskapsband; vennskapsoverenskomst*; overenskomst om vennskap
kind.memorandum = memorandum*; memorandum of understanding; MoU; forståelsesavtale*; samforståelse*; avtalememorandum; samarbeidsmemorandum; memorandum om samarbeid; memorandum om forståelse
kind.letter-of-intent = intensjonsavtale*; intensjonserklæring*; hensiktserklæring*; intensjonsbrev*; letter of intent; intensjonsprotokoll*; viljeserklæring*; felles intensjonserklæring*; prinsippavtale*; forhåndsavtale*
kind.protocol = samarbeidsprotokoll*; protokoll om samarbeid; protokoll for samarbeid; vennskapsbyprotokoll*; partnerskapsprotokoll*
kind.project-partnership = prosjektpartner*; prosjektsamarbeid*; prosjektpartnerskap*; klimapartnerskap*; bistandspartnerskap*; utviklingssamarbeid*; utviklingspartnerskap*; nord-sør samarbeid; solidaritetsavtale*; nord-sør-partnerskap*; fadderby*; fadderskap*; skolepartnerskap*; MIC-prosjekt*; EU-prosjekt*; Interreg-prosjekt*; støtteavtale*; kommunesamarbeid i sør
kind.membership = medlem av; medlemmer av; medlemskap*; medlemsby*; medlemskommune*; medlemsorganisasjon*; med i nettverket; deltaker i nettverket
kind.contact = uformell kontakt*; uformelle kontakter; uformelt samarbeid; laus kontakt; uten formell avtale; uten avtale; ingen formell avtale; kontaktby*; vennskapelig kontakt; uoffisiell vennskapsby*; kontaktkommune*; ingen skriftlig avtale; uten skriftlig avtale; ikke formalisert; ingen offisiell avtale; uten offisiell avtale; utan avtale; utan formell avtale
kind.none = ikke vennskapsby; avslo; avvist; aldri undertegnet; ble aldri; ingen vennskapsavtale; ingen vennskapsby

# Status
status.dormant = inaktiv*; ikke aktiv*; ikke lenger aktiv*; sovende; hvilende; ligger nede; i dvale; ingen kontakt; ikke kontakt; gått i stå; passiv*; glemt; ebbet ut; for tiden ikke aktiv; ingen aktivitet*; lite aktiv; ikkje aktiv*; ikkje lenger aktiv*; kvilande; liten kontakt; liten aktivitet; lite kontakt; ikke noe aktivt samarbeid; ingen aktiv kontakt; sporadisk kontakt; sovnet inn; lagt i dvale; gått i dvale; i tornerosesøvn; ingen utveksling; ligget nede; har ligget nede; ligget i dvale; ligget stille
status.paused = suspendert; suspenderte; satt på pause; på pause; stilt i bero; i bero; satt på vent; frosset; fryst; avbrutt; midlertidig stanset; suspension; suspensjon; lagt på is; på is; sett på vent; sett på pause; midlertidig avbrutt; midlertidig suspendert; satt i bero; sette på vent; midlertidig innstilt; frosne; frosset samarbeid; mellombels stansa; å fryse; å suspendere
status.ended = opphørt; opphører; opphevet; oppheving; avsluttet; avsluttede; avviklet; oppsagt; oppsigelse*; nedlagt; stanset; tidligere vennskapsby*; tidligere partner*; tidligere samarbeid*; ikke lenger; brakt til opphør; annullert; oppløst; samarbeidet er slutt; samarbeidet sluttet; samarbeidet er avsluttet; samarbeidet opphørte; avtalen er opphørt; avtalen opphørte; avtalen er sagt opp; sagt opp; tidligere vennskap*; tidlegare venskapsby*; tidlegare samarbeid*; er ikke lenger vennskapsby*; avslutta; avvikla; oppsagd; ikkje lenger; å avslutte; å si opp; sa opp
status.lapsed = utløpt; utløp; utløper; ikke fornyet; ikke forlenget; gått ut; avtalen utløp; avtalen er utløpt; avtalen gikk ut; avtalen har gått ut; ikke blitt fornyet; ikkje fornya; gjekk ut
status.in-force = aktiv; aktive; aktivt; gjeldende; i kraft; gyldig*; levende; nåværende; bestående; velfungerende; løpende; tidsubegrenset; uten tidsbegrensning; intensiv*
status.planned = planlagt; planlagte; planlegges; under forberedelse; forberedes; under utarbeiding; foreslått; kommende vennskapsby*; under forhandling; utredes; påtenkt; mulig vennskapsby*; skal undertegnes; på trappene; under etablering; under oppbygging; forventes signert; skal signeres; skal underskrives; planlagt vennskapsby*; kommende partner*; under planlegging; på planleggingsstadiet

# Datoer
role.first-contact = første kontakt*; den første kontakten; kontakten ble; kontakt siden; første besøk*; første møte*; kontakten begynte; samarbeidet begynte; samarbeidet startet; vennskapet begynte; vennskapet startet; går tilbake til; begynte med; startet med; bekjentskap*
role.decided = besluttet; besluttede; vedtatt; vedtok; godkjent; godkjente; godkjenning*; beslutning*; kommunestyrevedtak*; vedtak; vedtak i; vedteke; ratifisert; kommunestyret vedtok; kommunestyret godkjente; bystyret vedtok; bystyret godkjente; fylkestinget vedtok; formannskapet vedtok; vedteken; vedtatt av; formannskapsvedtak*; bystyrevedtak*; fylkestingsvedtak*
role.signed = underskrevet; underskrev; undertegnet; undertegnes; undertegning*; underteikna; signert; signering; inngått; inngikk; inngåelse*; inngås; etablert; etablerte; etablering*; etableringsår; opprettet; opprettede; opprettelse*; stiftet; startet; startet opp; besegl*; formalisert; offisielt; offisiell vennskapsby; ble vennskapsby*; har vært vennskapsby*; ble inngått; påbegynt; begynte; kom i stand; dato for signering; avtalen ble; oppretta; avtalen ble undertegnet; avtalen ble signert; avtalen ble inngått; avtale undertegnet; avtale signert; avtalen er fra; vart vennskapsby*; vart venskapsby*; vart underteikna; signerte; inngjekk; vennskapsbyavtalen ble
role.signed-here = undertegnet her; undertegnet i vår by; undertegnet hos oss; undertegnet på rådhuset
role.signed-there = undertegnet der; undertegnet i vennskapsbyen; undertegnet hos dem
role.in-force = i kraft siden; trådte i kraft; trer i kraft; trådt i kraft; gjeldende fra; gjeldende siden; gyldig fra; har eksistert siden; aktiv siden
role.renewed = fornyet; fornyede; fornyelse*; fornyes; bekreftet; forlenget; forlengelse*; forlenges; gjenopptatt; gjenopptok; gjenopplivet; gjenopprettet; ny avtale; reforhandlet; revidert; fornya; gjenbekreft*; fornyet avtale; avtalen ble fornyet; avtalen ble forlenget; gjenopptaking; reaktivert; fornying*; teke opp att
role.ended = opphørte; avsluttet i; opphevet i; oppsagt i; ble oppsagt; ble avsluttet; ble opphevet; sluttet; utløp i; nedlagt i; varte til; ble avviklet; stoppet i; opphørte i; samarbeidet opphørte; samarbeidet sluttet; avtalen utløp; avtalen opphørte; oppsigelsesdato; avslutta i; opphørsdato

since = siden; fra; fra og med; f o m; i perioden fra; med oppstart i; helt siden; sidan; frå
until = inntil; til; til og med; t o m; fram til; frem til
about = ca; cirka; omkring; omtrent; rundt; nesten; over; godt; knapt; litt over; mer enn; i begynnelsen av; på slutten av; midt på; tidlig på; sist på
between = mellom; imellom; på den ene siden; på den andre siden; både; fra; millom
decade = {y}'erne; {y}erne; {y}-erne; {y}-tallet; {y}'er; i {y}'erne; i {y}-åra; begynnelsen av {y}-tallet; slutten av {y}-tallet; midten av {y}-tallet; starten av {y}-tallet; tidlig på {y}-tallet; sent på {y}-tallet; midt på {y}-tallet; {y}-åra
year = år; året; årene; årstall; i år; år for; åra

# Niveauer
level.municipality = kommune; kommunen; kommuner; kommunerne; kommunene; kommunes; kommunens; kjøpstad*; by; byen; byer; byerne; byene; byens; storby*; hovedstad*; landsby; landsbyen; bygd; bygda; bykommune*; havneby*; herad; tettsted*; stad; småby*; primærkommune*; byar; storkommune*; township; kommunar; kommunane; byane; bygder; bygdene; hovudstad; hovudstaden
level.city-district = bydel*; bydelsutvalg*; forstad*; kvartal; arrondissement*; bydelsadministrasjon*; bydistrikt*
level.county = amt; amtet; amter; fylke; fylker; fylket; fylkeskommun*; län; länet; grevskap*; landkrets*; departement*; fylka; county; fylkene; fylkets
level.province = provins*; provinsen; landskap
level.region = region; regionen; regioner; regionens; regionene; regionråd*; delstat*; forbundsland*; forbundsstat*; voivodskap*; vojvodskap*; oblast*; kanton*; autonom region; selvstyrt region; prefektur*; landsdel*; guvernement*; delstaten
level.district = distrikt*; rayon*; rajon*; okres; powiat; krets; landkreis; kretser; underregion*
level.association = kommunesammenslutning*; sammenslutning av kommuner; kommuneforbund*; forening av kommuner; interkommunal*; regionråd*; kommunesamarbeid*; landsforening*; vennskapsforening*; vennskapsbyforening*; byområde*; kommunenes sentralforbund
level.network = nettverk*; bynettverk*; byforbund*; vennskapsbykjede*; vennskapsbyring*; vennskapskjede*; vennskapsring*; kjede; kjeden; ring; ringen; nordisk kjede; union av byer; allianse; liga; euroregion*; internasjonale organisasjoner; sammenslutning av byer
level.institution = skole; skolen; skoler; barneskole*; gymnasi*; folkehøgskole*; videregående skole*; universitet*; sykehus*; hospital*; klub; klubben; klubb; klubbene; idrettslag*; fotballklubb*; bedrift*; firma; fond; stiftelse; museum*; bibliotek*; kor; koret; orkester*; brannvesen*; barnehage*; kirke; menighet*; speider*; rotary; lions club; teater; handelskammer*; institutt*

# Beslutninger
decision = vedtak nr; sak nr; saksnr; saksnummer; sak; punkt nr; pkt; saksframlegg; journalnr; jnr; kommunestyresak*; vedtak*; §; møteprotokoll*; sak ps; arkivsak; saksnr ps; bystyresak; bystyresak*; formannskapssak*; fylkestingssak*
body = kommunestyre*; bystyre*; kommunestyret; formannskap*; fylkesting*; fylkesutvalg*; byråd*; byrådet; kulturutvalg*; kommunestyremøte*; herredsstyre*; heradsstyre*; vennskapsbykomite*; vennskapskomite*; representantskap*; utvalg; utvalget; rådhus*; storting*; styret; ordførarkollegi*

# Overskrifter i tabeller
label.number = nr; nummer; løpenr; antal; antall
label.name = navn; navn på by; by; vennskapsby; vennskapsbyer; partner; partnere; partnerby; kommune; bynavn; samarbeidspartner; vennskapskommune; namn; titel; tittel
label.country = land; lande; stat; nasjon; landet
label.region = region; fylke; provins; landsdel; delstat; område; distrikt
label.place = sted; stad; by; kommune; lokalitet; beliggenhet; plassering; heimstad
label.since = siden; år; årstall; dato; fra; etablert; etableringsår; opprettet; vennskapsby siden; vennskapsbyer siden; vennskap siden; partner siden; samarbeid siden; startår; inngått; samarbeidet startet; start; stiftet; avtale siden; oppstart; startdato; vennskapskommune siden; vennskapsbysamarbeid siden; partnerby siden; samarbeid sidan; venskapsby sidan; inngått i; etablert i; avtale fra; etablert år; sidan; samarbeidet starta; inngått år
label.signed = undertegnet; signert; dato for signering; avtaledato; dato for avtale; avtale undertegnet; avtale inngått; inngått dato; signering; signeringsdato; underskrevet; avtale fra; avtalen undertegnet; avtalen inngått; avtalen signert; signert dato; underteikna; underskriftsdato; inngåelsesdato; dato for undertegning; vennskapsbyavtale undertegnet; vennskapsbyavtale inngått
label.decided = vedtatt; vedtaksdato; godkjent; vedtatt dato; dato for vedtak; vedtatt av kommunestyret
label.renewed = fornyet; fornyet dato; fornyelse; forlenget; bekreftet
label.ended = opphørt; avsluttet; slutt; sluttdato; utløp; utløper; gyldig til; periode; varighet; avtaleperiode; oppsagt; gyldighet; opphør; opphørsdato; avslutta; avtalens varighet; løpetid; gyldighetsperiode
label.kind = type; art; form; avtaletype; avtale; type avtale; type samarbeid; samarbeidsform; samarbeidstype; relasjon; kategori; dokument; grunnlag
label.status = status; tilstand; aktivitet; aktivitetsnivå
label.decision = vedtak; vedtak nr; saksnummer; saksnr; kommunestyrevedtak; referanse
label.address = adresse; postadresse; besøksadresse; gateadresse; postnummer; postnr; kontor; gate
label.website = hjemmeside; nettsted; nettside; web; website; internett; nettadresse; www; link; links; lenke; lenker; offisiell hjemmeside; url; heimeside; les mer på; kommunens hjemmeside
label.email = e-post; email; mail; epost; e-postadresse; epostadresse; e-mail
label.phone = telefon; tlf; tel; telefonnummer; mobil; mobiltelefon; ring; tlf nr; sentralbord
label.fax = fax; faks; telefaks; faksnummer
label.mayor = ordfører; borgmesteren; ordføreren; varaordfører; borgermester; leder; fylkesordfører; kommunedirektør; rådmann; guvernør; president; ordførar; byrådsleder; fylkesordførar; ordførers navn; borgarmeister; kommunedirektøren; byrådsleiar; varaordførar; ordføraren; leiar
label.contact = kontakt; kontaktperson; kontaktpersoner; kontaktinformasjon; ansvarlig; koordinator; saksbehandler; sekretær; kontaktinfo
label.population = innbyggere; innbyggertall; antall innbyggere; befolkning; folketall; folketal; innbyggarar; innb; innbyggjarar
label.area = areal; flatemål; størrelse; utstrekning; totalt areal; areal i km2
label.distance = avstand; avstand i km; km; distanse; avstand fra; reisetid
label.language = språk; offisielt språk; målform; hovedspråk; morsmål
label.note = note; notat; merknad; merknader; kommentar; kommentarer; beskrivelse; fakta; om byen; om kommunen; informasjon; historie; bakgrunn; annet; kort om
label.fields = områder; samarbeidsområder; samarbeidsområde; emner; emne; tema; temaer; formål; innhold; satsingsområder; innsatsområder; aktiviteter; mål; prosjekter; samarbeid om
label.signatories = underskrivere; undertegnet av; avtaleparter; parter; på vegne av; signert av; representert ved

million = million; millioner; mio; mill; millionar
thousand = tusen; tusener; tusinde
inhabitants = innbyggere; innbygger; innbyggertall; innb; befolkning*; folketall; mennesker; personer; innbyggarar; innbyggjarar; folketal
area-unit = km2; km 2; km²; kvadratkilometer; kv km; kvm; ha; hektar; dekar; mål land

# Overskrifter
heading.partners = vennskapsbyer; våre vennskapsbyer; kommunens vennskapsbyer; byens vennskapsbyer; vennskapsbyene; vennskapskommuner; våre vennskapskommuner; vennskapsbyer og samarbeid; vennskapsbysamarbeid; vennskapsby; nordiske vennskapsbyer; vennskapsbyer i norden; vennskapsbyer i utlandet; vennskapsbyer og partnere; oversikt over vennskapsbyer; liste over vennskapsbyer; internasjonale vennskapsbyer; vennskapsavtaler; vennskapsbyavtaler; internasjonalt samarbeid; internasjonale relasjoner; internasjonale partnere; samarbeidsbyer; samarbeidsavtaler; samarbeidspartnere; partnerbyer; våre partnerbyer; partnerkommuner; søsterbyer; tvillingbyer; partnerregioner; partnere; partnerskap; tidligere vennskapsbyer; aktive vennskapsbyer; vennskapsfylker; venskapsbyar; venskapskommunar; vennskapsregioner; internasjonale forbindelser; internasjonalt arbeid
heading.other = kontakt; kontakt oss; kontaktinformasjon; kontakt kommunen; nyheter; siste nytt; flere nyheter; aktuelt; presse; pressemeldinger; arrangementer; hendelser; kalender; det skjer; åpningstider; åpningstid; telefontid; informasjonskapsler; cookies; bruk av informasjonskapsler; personvern; personvernerklæring; personvernombud; del; del siden; del denne siden; følg oss; sosiale medier; relatert; relaterte sider; relatert innhold; relaterte lenker; se også; links; snarveier; nyttige lenker; søk; søk på siden; søkeresultat; vær; været; nyhetsbrev; meld deg på; logg inn; meny; hovedmeny; navigasjon; du er her; nettstedskart; tilgjengelighet; tilgjengelighetserklæring; opphavsrett; om kommunen; om oss; om nettstedet; last ned; dokumenter; galleri; bilder; kilder; referanser; fotnoter; selvbetjening; tjenester; næringsliv; politikk; ledige stillinger; jobb; turisme; severdigheter; historie; kommunevåpen; geografi; kultur; idrett; utdanning; helse; trafikk; statistikk; fant du det du lette etter; var denne siden nyttig; tilbakemelding; kommentarer; arkiv; kategorier; sist oppdatert; innholdsfortegnelse; innhold; kart; finn frem; høringer; vakttelefon; eiendom; kjente personer

explain = hva er en vennskapsby; hva er vennskapsbyer; hva er vennskapsbysamarbeid; ideen med vennskapsbyer; tanken bak vennskapsbyer; formålet med vennskapsby*; hensikten med vennskapsby*; en vennskapsby er; vennskapsbyer er; etter andre verdenskrig; historien om vennskapsby*; vennskapsbyenes historie; slik søker du; søk om tilskudd; tilskudd til vennskapsby*; bli medlem; vertsfamilie*; foreningen norden; kva er ein venskapsby; kva er vennskapsbyar; etter den andre verdskrigen; etter annen verdenskrig

noise = lenken åpnes i nytt vindu; åpnes i nytt vindu; åpner i nytt vindu; åpnes i ny fane; åpner nytt vindu; nytt vindu; ekstern lenke; les mer; les mer om; les også; se mer; vis mer; mer info; mer informasjon; klikk her; klikk for; gå til nettsiden; besøk nettsiden; del på facebook; del på twitter; del på linkedin; tips en venn; del på e-post; skriv ut; skriv ut siden; utskriftsvennlig; tilbake; til toppen; gå til toppen; hopp til innhold; gå til hovedinnhold; neste; forrige; forside; forsiden; lukk; åpne; bilde; bilde av; foto; fotograf; foto av; klikk for stort bilde; forstørr bilde; video; spill av; våpen; byvåpen; kommunevåpen; våpenskjold; flagg; flagget til; logo; logoen til; kart over; vis på kart; vis kart; rediger; kilde; opphavsrett; sist oppdatert; oppdatert; publisert; sist endret; lytt til tekst; lytt; oversett; talende web; last ned pdf; nedlasting; utvid; lukk meny; ekstern nettside

and = og; samt; eller; og også; så vel som; i tillegg til
in = i; fra; ved; på; av; beliggende i; ligger i; nær; utenfor; frå
ending = s; es

count = en|et|ein|ett|eit; to; tre; fire; fem; seks; sju|syv; åtte; ni; ti; elleve; tolv; tretten; fjorten; femten; seksten; sytten; atten; nitten; tjue
home = vår by; byen vår; vår kommune; kommunen vår; hos oss; her; i kommunen; i byen; her hjemme; hjemme; vårt fylke; kommunen; byen; bygda vår
here = hos oss; her i byen; her i kommunen
there = der borte; der nede
near = nær; like ved; nord for; sør for; øst for; vest for; utenfor; i nærheten av
then = deretter; så
at = i; på

title = ordfører; ordføreren; varaordfører; tidligere ordfører; fylkesordfører; borgermester; rådmann; kommunedirektør; kommunestyremedlem; leder; byrådsleder; hr; fru; frk; statsråd; statsminister; ambassadør; konsul; president; direktør; rektor; kong; dronning; prins; prinsesse; biskop; sokneprest; sekretær; guvernør; fylkesmann; statsforvalter

# Land
country.AL = Republikken Albania
country.AT = Austerrike; Østerrike
country.AZ = Azerbaijan
country.BE = Flandern; Vallonia
country.BA = Bosnia; Hercegovina; Bosnia og Hercegovina; Bosnia-Herzegovina; Bosnia og Herzegovina
country.CY = Kypros; Nord-Kypros; Cypern
country.CZ = Den tsjekkiske republikk; Den tsjekkiske republikken; Böhmen; Mähren
country.DK = Færøyene; Færøyane; Grønland
country.FI = Åland
country.FR = Bretagne; Normandie; Korsika; Réunion; Guadeloupe; Martinique
country.GE = Grusia
country.DE = Forbundsrepublikken Tyskland; Vest-Tyskland; Øst-Tyskland; Vesttyskland; Østtyskland; DDR; Sydslesvig
country.GR = Grækenland; Grekenland; Kreta
country.IE = Irland; Republikken Irland; Eire
country.IT = Sicilia; Sardinia; Sør-Tyrol
country.LV = Latvia; Lettland
country.LU = Luxembourg; Storhertugdømmet Luxembourg
country.MD = Moldavia; Republikken Moldova
country.ME = Montenegro; Crna Gora
country.NL = Holland; Nederlandene
country.MK = Makedonia; Nordmakedonia; FYROM
country.NO = Noreg; Svalbard
country.PT = Asorene; Madeira
country.RO = Rumenia; Transilvania; Transylvania
country.RS = Vojvodina
country.SK = Den slovakiske republikk
country.ES = Catalonia; Baskerland; Kanariøyene; Mallorca
country.SE = Skåne
country.TR = Tyrkia; Türkiye
country.UA = Ukraina; Ukraine
country.GB = England; Skottland; Wales; Nord-Irland; Nordirland; Det forente kongerike; UK; Jersey; Isle of Man; Shetland; Orknøyene
country.VA = Vatikanet
country.BY = Hviterussland; Belarus; Kviterussland
country.RU = Den russiske føderasjon; Russland
country.XK = Kosova
country.CN = Folkerepublikken Kina
country.US = Amerika; De forente stater; Sambandsstatane; U.S.A.
country.NZ = Ny-Zealand
country.KR = Korea; Republikken Korea; Sørkorea
country.PS = Palestina; Vestbredden; Gaza; De palestinske områder; Det palestinske området
country.KZ = Kazakhstan
country.UZ = Uzbekistan
country.KG = Kirgizistan
country.DZ = Algerie
country.BF = Øvre Volta
country.CI = Elfenbeinskysten
country.CM = Cameroun; Cameroon
country.TZ = Zanzibar
country.ZA = Sydafrika
country.MZ = Mosambik; Mocambique
country.MX = México
country.YUCS = Jugoslavia
country.SUHH = Sovjetunionen; Sovjet; USSR
country.CSHH = Tsjekkoslovakia
country.CSXX = Serbia og Montenegro
republic = republikken

country-adjective.AL = albansk; albanske
country-adjective.AD = andorransk; andorranske
country-adjective.AM = armensk; armenske
country-adjective.AT = østerriksk; østerrikske; austerriksk; austerrikske
country-adjective.AZ = aserbajdsjansk; aserbajdsjanske
country-adjective.BE = belgisk; belgiske; flamsk; flamske; vallonsk; vallonske
country-adjective.BA = bosnisk; bosniske; hercegovinsk; hercegovinske
country-adjective.BG = bulgarsk; bulgarske
country-adjective.HR = kroatisk; kroatiske; dalmatisk; dalmatiske
country-adjective.CY = kypriotisk; kypriotiske
country-adjective.CZ = tsjekkisk; tsjekkiske
country-adjective.DK = dansk; danske; færøysk; færøyske; grønlandsk; grønlandske
country-adjective.EE = estisk; estiske; estlandsk; estlandske; estnisk; estniske
country-adjective.FI = finsk; finske; ålandsk; ålandske
country-adjective.FR = fransk; franske; bretonsk; bretonske
country-adjective.GE = georgisk; georgiske; grusinsk; grusinske
country-adjective.DE = tysk; tyske; vesttysk; vesttyske; østtysk; østtyske; bayersk; bayerske; sydslesvigsk; sydslesvigske
country-adjective.GR = gresk; greske; kretisk; kretiske
country-adjective.HU = ungarsk; ungarske
country-adjective.IS = islandsk; islandske
country-adjective.IE = irsk; irske
country-adjective.IT = italiensk; italienske; siciliansk; sicilianske
country-adjective.LV = latvisk; latviske; lettisk; lettiske
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
country-adjective.RO = rumensk; rumenske; rumænsk; rumænske
country-adjective.SM = sanmarinsk; sanmarinske
country-adjective.RS = serbisk; serbiske
country-adjective.SK = slovakisk; slovakiske
country-adjective.SI = slovensk; slovenske
country-adjective.ES = spansk; spanske; katalansk; katalanske; catalansk; catalanske; baskisk; baskiske
country-adjective.SE = svensk; svenske; skånsk; skånske
country-adjective.CH = sveitsisk; sveitsiske; schweizisk; schweiziske
country-adjective.TR = tyrkisk; tyrkiske
country-adjective.UA = ukrainsk; ukrainske
country-adjective.GB = britisk; britiske; engelsk; engelske; skotsk; skotske; walisisk; walisiske; nordirsk; nordirske
country-adjective.BY = belarusisk; belarusiske; hviterussisk; hviterussiske; kviterussisk; kviterussiske; belarussisk; belarussiske
country-adjective.RU = russisk; russiske; karelsk; karelske
country-adjective.XK = kosovarisk; kosovariske; kosovoalbansk; kosovoalbanske
country-adjective.CN = kinesisk; kinesiske
country-adjective.JP = japansk; japanske
country-adjective.US = amerikansk; amerikanske
country-adjective.CA = kanadisk; kanadiske; canadisk; canadiske
country-adjective.AU = australsk; australske
country-adjective.NZ = newzealandsk; newzealandske
country-adjective.IN = indisk; indiske
country-adjective.KR = koreansk; koreanske; sørkoreansk; sørkoreanske
country-adjective.VN = vietnamesisk; vietnamesiske
country-adjective.TW = taiwansk; taiwanske; taiwanesisk; taiwanesiske
country-adjective.IL = israelsk; israelske
country-adjective.PS = palestinsk; palestinske
country-adjective.LB = libanesisk; libanesiske
country-adjective.KZ = kasakhisk; kasakhiske; kasakhstansk; kasakhstanske
country-adjective.UZ = usbekisk; usbekiske
country-adjective.KG = kirgisisk; kirgisiske
country-adjective.MA = marokkansk; marokkanske
country-adjective.TN = tunisisk; tunisiske; tunesisk; tunesiske
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
country-adjective.CM = kamerunsk; kamerunske
country-adjective.TZ = tanzaniansk; tanzanianske
country-adjective.KE = kenyansk; kenyanske
country-adjective.UG = ugandisk; ugandiske
country-adjective.RW = rwandisk; rwandiske
country-adjective.ET = etiopisk; etiopiske
country-adjective.ZA = sørafrikansk; sørafrikanske
country-adjective.NA = namibisk; namibiske
country-adjective.MZ = mosambikisk; mosambikiske
country-adjective.MG = gassisk; gassiske
country-adjective.CU = cubansk; cubanske
country-adjective.NI = nicaraguansk; nicaraguanske
country-adjective.MX = meksikansk; meksikanske
country-adjective.GT = guatemalsk; guatemalske
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
country-adjective.CSHH = tsjekkoslovakisk; tsjekkoslovakiske
country-adjective.YUCS = jugoslavisk; jugoslaviske

continent = Norden; Nordens
