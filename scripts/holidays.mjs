// Writes the public holidays of Europe and its neighbours for the calendar:
//   npm install --prefix FOLDER date-holidays && node scripts/holidays.mjs FOLDER
// date-holidays (github.com/commenthol/date-holidays): its code is ISC, its rules CC BY-SA 3.0, since they rely on Wikipedia, and so is the file made here. Nothing of it is needed to build the program: what is made
// here stands in the sources. Every day of every year is computed by that package; the forms below only write many days as one, and are held against the days before the file is written.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(path.resolve(process.argv[2], 'package.json'));
const Holidays = require('date-holidays');
const { version } = JSON.parse(fs.readFileSync(path.join(path.resolve(process.argv[2]), 'node_modules/date-holidays/package.json'), 'utf8'));

const [first, last] = [2024, 2040];
const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
const countries = ('AD AL AM AT BA BE BG CH CY CZ DE DK EE ES FI FR GB GE GR HR HU IE IS IT LI LT LU LV MD ME MK MT NL NO PL PT RO RS SE SI SK TR UA XK').split(' ');
const readers = ['en', 'hu', 'sv', 'ro'];
const tags = { 'de-at': 'de', 'de-ch': 'de', cz: 'cs', ge: 'ka' };
const dayMs = 86400000;

// Translations of another day than the one they stand beside: Heroes' Day falls on the Ascension in Romania, and is not its name.
const wrong = new Set(['ro=Ziua Eroilor']);

// Names that the package misspells.
const spelled = new Map([
    ['ro=Ziua Independentei', 'ro=Ziua Independenței'], ['ro=Craciun pe Rit Vechi', 'ro=Crăciunul pe rit vechi'], ['ro=Ziua Internationala a Femeii', 'ro=Ziua Internațională a Femeii'],
    ['hu=Húshagyó kedd', 'hu=Húshagyókedd'], ['ro=Paştele Blăjinilor', 'ro=Paștele Blajinilor'],
]);

const pad = (number) => String(number).padStart(2, '0');
const text = (ms) => new Date(ms).toISOString().slice(0, 10);
const easterOf = (year, orthodox) => {
    const country = new Holidays(orthodox ? 'RO' : 'HU');
    return Date.parse(country.getHolidays(year).find(({ rule }) => rule === (orthodox ? 'orthodox' : 'easter')).date.slice(0, 10));
};
const easters = Object.fromEntries(years.map((year) => [year, { W: easterOf(year, false), O: easterOf(year, true) }]));

/** The full days of a holiday: half days, which end or begin at noon, are none. Feasts of the moon begin at sunset, the date names their first day. */
const daysOf = ({ date, start, end }) => Array.from({ length: Math.floor((end - start) / dayMs + 0.1) }, (_, i) => Date.parse(date.slice(0, 10)) + i * dayMs);

/** The same holiday in every language that has a name of its own for it. The package remembers the languages it was asked for, so each has an asker of its own. */
function askersOf(code) {
    const own = new Holidays(code).getLanguages();
    const languages = [...new Set([...own, ...readers])];
    return { own: own[0], askers: languages.map((language) => [language, new Holidays(code)]) };
}

function namesOf({ own, askers }, year) {
    const lists = askers.map(([language, country]) => [language, country.getHolidays(year, language)]);
    const ownList = lists.find(([language]) => language === own)[1];
    return ownList.map((holiday, i) => {
        const clean = (name) => (holiday.substitute ? name.replace(/\s*\([^()]*\)\s*$/u, '') : name).replaceAll(/[;=\t]/g, ',');
        const told = lists.filter(([language, list]) => language === own || list[i].name !== holiday.name).map(([language, list]) => [tags[language] ?? language, clean(list[i].name)]);
        return told.filter(([tag], at) => told.findIndex(([other]) => other === tag) === at).map(([tag, name]) => `${tag}=${name}`).filter((name) => !wrong.has(name)).map((name) => spelled.get(name) ?? name).sort().join(';');
    });
}

/** name and substitute → its days */
function holidaysOf(code) {
    const country = new Holidays(code);
    const asked = askersOf(code);
    const found = new Map();
    for (const year of years) {
        const names = namesOf(asked, year);
        country.getHolidays(year).forEach((holiday, i) => {
            if (holiday.type !== 'public') return;
            const key = `${holiday.substitute ? 'substitute' : ''}\t${names[i]}`;
            for (const day of daysOf(holiday)) found.set(key, (found.get(key) ?? new Set()).add(text(day)));
        });
    }
    return found;
}

/** The days of a form in the years from one on: a date, days from Easter, or the first weekday on or after a date. */
function expand(form, from) {
    return years.filter((year) => year >= from).map((year) => {
        if (/^[WO]/.test(form)) return text(easters[year][form[0]] + Number(form.slice(1)) * dayMs);
        const [date, weekday] = form.split('/');
        const begin = Date.parse(`${year}-${date}`);
        return weekday === undefined ? text(begin) : text(begin + ((Number(weekday) - new Date(begin).getUTCDay() + 7) % 7) * dayMs);
    });
}

function* formsFor(day) {
    const ms = Date.parse(day);
    yield day.slice(5);
    for (const reckoning of ['W', 'O']) {
        const offset = (ms - easters[day.slice(0, 4)][reckoning]) / dayMs;
        if (Math.abs(offset) <= 70) yield `${reckoning}${offset < 0 ? '' : '+'}${offset}`;
    }
    const date = new Date(ms);
    for (let back = 0; back < 7; back++) {
        const begin = new Date(ms - back * dayMs);
        yield `${pad(begin.getUTCMonth() + 1)}-${pad(begin.getUTCDate())}/${date.getUTCDay()}`;
    }
}

/** As few tokens as greed finds: forms that hold in every year from one on, then what is left, day by day. */
function tokens(days) {
    const left = new Set(days);
    const written = [];
    const lastDays = [...days].filter((day) => day.startsWith(String(last))).sort();
    const since = (form) => years.find((year) => expand(form, year).every((day) => left.has(day))) ?? last;
    const forms = [...new Set(lastDays.flatMap((day) => [...formsFor(day)]))].filter((form) => !form.startsWith('02-29'));
    for (const form of forms.sort((a, b) => since(a) - since(b))) {
        const from = since(form);
        if (last - from < 4) continue;
        written.push(from === first ? form : `${from}:${form}`);
        expand(form, from).forEach((day) => left.delete(day));
    }
    return [...written, ...[...left].sort()];
}

function check(days, written) {
    const again = new Set(written.flatMap((token) => /^\d{4}-/.test(token) ? [token] : token.includes(':') ? expand(token.slice(5), Number(token.slice(0, 4))) : expand(token, first)));
    if (again.size !== days.size || [...days].some((day) => !again.has(day))) throw new Error(`${written} is not ${[...days]}`);
}

const all = countries.flatMap((code) => [...holidaysOf(code)].map(([key, days]) => ({ code, substitute: key.split('\t')[0], names: new Map(key.split('\t')[1].split(';').map((name) => name.split('='))), days })));

// What one country's day is called in a reader's language, another's of the same English name is called too; but not by the name that a people has for its own.
const common = new Map();
for (const { code, names } of all) {
    const own = new Set(new Holidays(code).getLanguages().map((language) => tags[language] ?? language));
    for (const language of readers.filter((reader) => names.has(reader) && names.has('en') && !own.has(reader))) common.set(`${names.get('en')}\t${language}`, names.get(language));
}

const lines = all.map(({ code, substitute, names, days }) => {
    const written = tokens(days);
    check(days, written);
    for (const language of readers) {
        const name = common.get(`${names.get('en')}\t${language}`);
        if (name && !names.has(language)) names.set(language, name);
    }
    return [code, substitute, [...names].map((name) => name.join('=')).sort().join(';'), written.join(' ')].join('\t');
});
const head = `# Public holidays ${first} to ${last}, made by scripts/holidays.mjs from date-holidays ${version} (github.com/commenthol/date-holidays), CC BY-SA 3.0 <https://creativecommons.org/licenses/by-sa/3.0/>; this file likewise.\n` +
    `# country\tsubstitute\tlanguage=name;…\twhen: MM-DD each year, W+1 days from Western Easter, O-2 from Orthodox Easter, MM-DD/6 the first Saturday (0 is Sunday) on or after, all from YEAR: on where it stands before, or single days\n# ${first} ${last}\n`;
fs.writeFileSync(new URL('../src/Tessera.Domain/Calendar/Holidays/holidays.tsv', import.meta.url), head + lines.join('\n') + '\n');
