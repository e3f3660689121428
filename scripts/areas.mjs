// Writes the names of counties, provinces, regions and districts for the directory of places:
//   node scripts/areas.mjs CLDR_COMMON ISO3166_2_DB LANDKREISE CITIES500
// CLDR_COMMON: the folder "common" of Unicode CLDR (Debian's unicode-cldr-core has it); ISO3166_2_DB: the npm package iso3166-2-db, which tells GeoNames' codes; LANDKREISE: the npm package
// landkreise-deutschland; CITIES500: GeoNames' table. Nothing of them is needed to build the program: what is made here stands in the sources.
import fs from 'node:fs';
import path from 'node:path';

const [cldr, db, kreise, cities] = process.argv.slice(2);
const languages = 'en hu sv ro de fr it es pt nl pl cs sk et fi lv lt da nb no hr sr sl el bg uk ru tr ca ga is mk sq bs be eu gl zh ja'.split(' ');
const ownLanguage = Object.fromEntries('RO=ro MD=ro HU=hu SE=sv NO=nb DK=da FI=fi EE=et LV=lv LT=lt PL=pl CZ=cs SK=sk DE=de AT=de CH=de FR=fr IT=it ES=es PT=pt BR=pt NL=nl BE=nl GR=el BG=bg HR=hr SI=sl BA=bs RS=sr ME=sr MK=mk AL=sq UA=uk RU=ru BY=be TR=tr MX=es AR=es CL=es CO=es PE=es CU=es CN=en JP=en'.split(' ').map((p) => p.split('=')));

// Units of the first step below the country, and of the second; "-" where they are towns.
const levels = Object.fromEntries(('RO=county HU=county SE=county NO=county EE=county,- HR=county IE=province,county LT=county,- LV=- SI=- MK=- MT=- AD=- LI=- SM=- MC=- TR=province NL=province UA=region PL=region ' +
    'CZ=region,district IT=region,province ES=region,province FR=region,county BE=region,province GB=region,county PT=district RS=province,district MD=district AM=province CN=province CA=province CY=district AL=county KE=county ' +
    'MA=region,province PH=region,province IS=region,- AZ=district KR=province AF=province AR=province VN=province TH=province ID=province,province IR=province MN=province CU=province PA=province GE=region BY=region LU=district JP=region')
    .split(' ').map((p) => p.split('=')).map(([c, l]) => [c, l.split(',')]));
const levelOf = (country, depth) => (levels[country] ?? ['region', 'province'])[depth] ?? '-';

const fold = (text) => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
const clean = (text) => text.replaceAll('&amp;', '&').replace(/\s*[[(][^\])]*[\])]/g, '').replace(/[;\t²³¹]/g, ' ').trim();

const parents = new Map();
for (const [, parent, all] of fs.readFileSync(path.join(cldr, 'supplemental/subdivisions.xml'), 'utf8').matchAll(/<subgroup type="(\w+)"\s+contains="([^"]+)"/g)) {
    for (const code of all.split(/\s+/)) parents.set(code, parent);
}

const names = new Map();
for (const language of languages) {
    const file = path.join(cldr, 'subdivisions', language + '.xml');
    if (!fs.existsSync(file)) continue;
    for (const [, code, name] of fs.readFileSync(file, 'utf8').matchAll(/<subdivision type="(\w+)"[^>]*>([^<]*)</g)) {
        if (!names.has(code)) names.set(code, new Map());
        if (name && !names.get(code).has(language)) names.get(code).set(language, clean(name));
    }
}

const known = new Map();
for (const [country, { regions = [] }] of Object.entries(JSON.parse(fs.readFileSync(path.join(db, 'data/iso3166-2.json'), 'utf8')))) {
    for (const region of regions) if (region.iso) known.set((country + region.iso).toLowerCase(), region);
}

// A code that took another's place one to one has its names.
const aliases = [...fs.readFileSync(path.join(cldr, 'supplemental/supplementalMetadata.xml'), 'utf8').matchAll(/<subdivisionAlias type="(\w+)" replacement="(\w+)"/g)].map(([, old, now]) => [old, now]);
for (const [old, now] of aliases.filter(([, n]) => aliases.filter((a) => a[1] === n).length === 1)) {
    names.set(now, new Map([...(names.get(now) ?? []), ...[...(names.get(old) ?? [])].filter(([l]) => l !== 'en' || !names.get(now)?.has('en'))]));
    if (known.has(old) && !known.has(now)) known.set(now, known.get(old));
}

const units = new Map();
const seats = new Map();
for (const line of fs.readFileSync(cities, 'utf8').split('\n')) {
    const row = line.split('\t');
    if (row.length < 19) continue;
    const [country, population] = [row[8], Number(row[14])];
    for (const depth of [1, 2]) units.set(`${country}.${depth}.${row[9 + depth]}`, true);
    if (!/^PPL(A\d?|C|)$/.test(row[7])) continue;
    for (const name of new Set([row[1], ...row[3].split(',')].map(fold))) {
        const key = `${country}.${name}`;
        if (!seats.has(key) || seats.get(key).population < population) seats.set(key, { id: row[0], population, feature: row[7], first: row[10], second: row[11] });
    }
}

// What no rule below finds: a unit of GeoNames' table, or the seat, whose unit of the second step it is.
const hand = new Map(`CN-AH=1:01 CN-ZJ=1:02 CN-JX=1:03 CN-JS=1:04 CN-QH=1:06 CN-HL=1:08 CN-HA=1:09 CN-HE=1:10 CN-HN=1:11 CN-HB=1:12 CN-XZ=1:14 CN-GS=1:15 CN-GX=1:16 CN-GZ=1:18 CN-LN=1:19 CN-NM=1:20 CN-SX=1:24
    CN-SD=1:25 CN-SN=1:26 CN-YN=1:29 CN-HI=1:31 CN-SC=1:32 EE-45=1:03 EE-52=1:04 EE-50=1:05 EE-56=1:07 EE-60=1:08 EE-68=1:11 EE-64=1:12 EE-71=1:13 EE-79=1:18 EE-81=1:19 EE-87=1:21 NO-34=1:34 NO-42=1:42 NO-46=1:46 NO-50=1:21
    CZ-20=1:88 CZ-31=1:79 CZ-63=1:80 CZ-64=1:78 CZ-80=1:85 FR-20R=1:94 ES-IB=1:07 FR-6AE=Strasbourg ES-RI=1:27 GB-MUL=2:N09000009 RS-00=Beograd RS-14=Bor RS-15=Zajecar RS-18=Kraljevo RS-22=Pirot
    GB-KEN=2:G5 GB-ESS=2:E4 GB-HRT=2:F8 GB-SRY=2:N7 GB-SFK=2:N5 GB-NFK=2:I9 GB-LIN=2:H7 GB-LEC=2:H5 GB-NTT=2:J9 GB-DBY=2:D3 GB-STS=2:M9 GB-WAR=2:P3 GB-WOR=2:Q4 GB-GLS=2:E6 GB-WIL=2:P8 GB-SOM=2:M3 GB-DEV=2:D4 GB-CON=2:C6
    GB-DOR=2:D6 GB-HAM=2:F2 GB-BKM=2:B9 GB-CAM=2:C3 GB-LAN=2:H2 GB-CMA=2:C9 GB-NYK=2:J7 GB-NBL=2:J6 GB-ESX=2:E2 GB-WSX=2:P6 GB-SHR=2:L6 GB-HEF=2:F7 GB-RUT=2:L4 GB-NTH=2:J1 GB-IOW=2:G2 GB-HLD=2:V3 GB-FIF=2:V1 GB-ABD=2:T6
    GB-ANS=2:T7 GB-AGB=2:T8 GB-SCB=2:T9 GB-EAY=2:U4 GB-SAY=2:W4 GB-NAY=2:V7 GB-SLK=2:W5 GB-NLK=2:V8 GB-MLN=2:V5 GB-WLN=2:W9 GB-ELN=2:U6 GB-PKN=2:W1 GB-MRY=2:V6 GB-ORK=2:V9 GB-ZET=2:W3 GB-ELS=2:W8 GB-DGY=2:U2 GB-RFW=2:W2
    GB-IVC=2:V4 GB-CLK=2:U1 GB-GWN=2:Y2 GB-POW=2:Y8 GB-CMN=2:X7 GB-CGN=2:X6 GB-PEM=2:Y7 GB-AGY=2:X1 GB-DEN=2:X9 GB-FLN=2:Y1 GB-MON=2:Y4 GB-CAY=2:X4 GB-TOF=2:Z2 GB-VGL=2:Z3 GB-NTL=2:Y5 GB-RCT=2:Y9 GB-BGW=2:X2 GB-KIR=2:G8
    GB-CLD=2:C2 GB-ERY=2:E1 GB-MDW=2:I3 GB-BNH=2:B6 GB-CHE=2:Z7 GB-CHW=2:Z8 IE-CE=Ennis IE-DL=Letterkenny IE-KE=Naas IE-KY=Tralee IE-LH=Drogheda IE-LM=Carrick_on_Shannon IE-LS=Portlaoise IE-MH=Navan IE-MO=Castlebar IE-OY=Tullamore
    IE-TA=Clonmel IE-WH=Mullingar RS-01=Subotica RS-02=Zrenjanin RS-03=Kikinda RS-04=Pancevo RS-05=Sombor RS-06=Novi_Sad RS-07=Sremska_Mitrovica RS-08=Sabac RS-09=Valjevo RS-10=Smederevo RS-11=Pozarevac RS-12=Kragujevac
    RS-13=Jagodina RS-16=Uzice RS-17=Cacak RS-19=Krusevac RS-20=Nis RS-21=Prokuplje RS-23=Leskovac RS-24=Vranje`.split(/\s+/).map((p) => p.split('=')));

const sameCodes = { FR: 2, IT: 2, ES: 2, BE: 2, US: 1, CH: 1 };
const generic = /^(județul|judet|county|megye|vármegye|oblast|region|regiune[a]?|province|provincia|kraj|okres|district|département|kreis|komitat|provinz|powiat|pokrajina|županija|of|di|de|du|des|della|del|la|le)$/iu;
const coreOf = (name) => fold(name.split(/[\s]+/).filter((word) => !generic.test(word)).join(' '));

const unitOf = (code, country, depth) => {
    const short = code.slice(2).toUpperCase();
    const said = hand.get(`${country}-${short}`);
    if (said?.includes(':')) return said;
    if (said) {
        const seat = seats.get(`${country}.${fold(said.replaceAll('_', ' '))}`);
        if (!seat) throw new Error(`no seat ${said} in ${country}`);
        return `2:${seat.second}`;
    }

    if (country === 'CZ' && depth === 1) return `2:0${short}`;
    const same = sameCodes[country];
    if (same && units.has(`${country}.${same}.${short}`) && (depth === 1 || same === 1)) return `${same}:${short}`;
    if (depth === 0 && known.has(code) && units.has(`${country}.1.${known.get(code).admin}`)) return `1:${known.get(code).admin}`;
    for (const name of new Set([...(names.get(code)?.values() ?? [])].flatMap((n) => [fold(n), coreOf(n)]))) {
        const seat = seats.get(`${country}.${name}`);
        if (seat && seat.feature !== 'PPL' && (depth === 1 || seat.feature !== 'PPLA4')) return depth === 0 ? `1:${seat.first}` : `2:${seat.second}`;
    }

    return '';
};

const rows = [];
for (const [code, parent] of [...parents].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const country = code.slice(0, 2).toUpperCase();
    const depth = parent === country ? 0 : 1;
    const level = levelOf(country, depth);
    if (level === '-' || !names.has(code) || (country === 'HU' && names.get(code).size > 0 && /^hu(bc|de|du|eg|er|gy|hv|km|kv|mi|nk|ny|ps|sd|sf|sh|sk|sn|ss|st|tb|vm|ze)$/.test(code))) continue;
    const all = names.get(code);
    const unit = unitOf(code, country, depth);
    if (!unit || (unit === '2:GLA' && code !== 'gblnd')) continue;
    const own = all.get(ownLanguage[country]) ?? all.get('en') ?? [...all.values()][0];
    const seen = new Set([fold(own)]);
    const others = [...all.values(), ...['en', 'de', 'es', 'fr', 'it', 'pt', 'ru', 'zh', 'ja'].map((l) => known.get(code)?.names?.[l] ?? '')].map(clean).filter((n) => n && fold(n) && !seen.has(fold(n)) && seen.add(fold(n)));
    rows.push([`${country}-${code.slice(2).toUpperCase()}`, known.get(code)?.reference?.geonames ?? 0, level, unit, own, others.join(';')]);
}

for (const { AGS: ags, type, name } of JSON.parse(fs.readFileSync(path.join(kreise, 'data/districts.json'), 'utf8'))) {
    const bare = name.replace(/,.*$/, '').trim();
    if (/kreis|Regionalverband|Region/i.test(type) && !/kreisfrei|stadtkreis/i.test(type)) rows.push([`DE-${ags}`, 0, 'county', `3:${ags}`, /kreis|Region/i.test(bare) ? bare : `Landkreis ${bare}`, bare]);
}

const head = `# Counties, provinces, regions and districts with their names in many languages. Made by scripts/areas.mjs of Unicode CLDR (unicode.org/copyright.html), GeoNames' codes of iso3166-2-db (MIT), Landkreise of
# landkreise-deutschland (CC BY 4.0, Statistisches Bundesamt). code, GeoNames' number or 0, level, unit of GeoNames' table (column:code: 1 the first step, 2 the second, 3 the third, 0 the number of a place), own name, other names.
`;
fs.writeFileSync(new URL('../src/Tessera.Interchange/Places/Data/areas.tsv', import.meta.url), head + rows.map((r) => r.join('\t')).join('\n') + '\n');
console.log(rows.length, 'areas');
