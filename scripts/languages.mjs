// Writes what the languages that pages are read in are called in each of them, as Unicode CLDR has it: src/Tessera.Interchange/Reading/Lexicons/languages.tsv.
import { readdirSync, writeFileSync } from 'node:fs';

const folder = new URL('../src/Tessera.Interchange/Reading/Lexicons/', import.meta.url);
const languages = readdirSync(folder).filter(name => /^[a-z]{2}\.lex$/.test(name)).map(name => name.slice(0, 2)).sort();
const own = languages.map(language => new Intl.DisplayNames([language], { type: 'language', fallback: 'none' }));
const lines = languages.map(code => [code, ...new Set(own.map(names => names.of(code)).filter(name => name))].join('\t'));
writeFileSync(new URL('languages.tsv', folder), [
  '# Names of languages in many languages, as Unicode CLDR has them (unicode.org/copyright.html). Made by scripts/languages.mjs.',
  '# code\tname\t...',
  ...lines,
  '',
].join('\n'));
