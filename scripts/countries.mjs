// Writes the names of countries in many languages for the reader of pages: node scripts/countries.mjs ISO_3166-1.json
import fs from 'node:fs';

const languages = 'en hu sv ro de fr it es pt nl pl cs sk et fi lv lt da no hr sr sr-Latn sl el bg uk ru tr is ca ga mk sq bs be eu gl ka hy az mt cy ja zh ar he'.split(' ');
const continents = ['002', '003', '005', '009', '013', '019', '021', '030', '142', '143', '145', '150', '151', '154', '155', '039'];
const codes = [...JSON.parse(fs.readFileSync(process.argv[2]))['3166-1'].map((country) => country.alpha_2), 'XK', ...continents];

const namesIn = (language) => {
  const names = new Set();
  for (const style of ['long', 'short']) {
    const display = new Intl.DisplayNames([language], { type: 'region', style, fallback: 'none' });
    for (const code of codes) {
      const name = display.of(code);
      if (name) names.add(`${code}=${name}`);
    }
  }
  return [language, ...names].join('\t');
};

const head = '# Names of countries and territories (ISO 3166-1 and XK) in many languages, as Unicode CLDR has them (unicode.org/copyright.html). Made by scripts/countries.mjs.\n# language\tcode=name\t...\n';
const target = new URL('../src/Tessera.Interchange/Reading/Lexicons/countries.tsv', import.meta.url);
fs.writeFileSync(target, head + languages.map(namesIn).join('\n') + '\n');
