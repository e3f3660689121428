// Writes what people call the time zones in the languages of the interface, as Unicode CLDR has it: src/Tessera.Web/Parts/ZoneNames.tsv.
// A name that says summer or winter would be wrong for half of the year: then the country's or the town's time is taken.
import { writeFileSync } from 'node:fs';

const languages = ['en', 'hu', 'sv', 'ro'];
const aliases = ['UTC', 'Europe/Kyiv', 'Asia/Kolkata', 'Asia/Ho_Chi_Minh', 'America/Argentina/Buenos_Aires'];
const wrong = /GMT|UTC|téli|^[A-Z]{2,5}$/;

function called(zone, style) {
  const at = new Date(Date.UTC(2026, 0, 15));
  return languages.map(language => {
    const name = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: style }).formatToParts(at).find(part => part.type === 'timeZoneName').value;
    // Within a sentence, and as it is said: nobody says "zónaidő".
    return language === 'en' ? name : name.replace(/^(Ora|Timpul|Koordinerad|Törökországi) /, start => start.toLowerCase()).replace(/ (időzóna|zónaidő)$/, ' idő');
  });
}

const zones = [...new Set([...Intl.supportedValuesOf('timeZone'), ...aliases])].sort();
const byNames = new Map();
for (const zone of zones) {
  const names = ['longGeneric', 'shortGeneric', 'long'].map(style => called(zone, style)).find(all => !all.some(name => wrong.test(name)));
  if (names) byNames.set(names.join('\t'), [...(byNames.get(names.join('\t')) ?? []), zone]);
}

writeFileSync(new URL('../src/Tessera.Web/Parts/ZoneNames.tsv', import.meta.url), [
  '# What people call time zones, as Unicode CLDR has it (unicode.org/copyright.html). Made by scripts/zones.mjs.',
  `# ${languages.join('\t')}\tzones`,
  ...[...byNames].map(([names, zones]) => `${names}\t${zones.join(' ')}`),
  '',
].join('\n'));
