// Sums up a test run: one line for each project, the output of those that failed, and the count as the last line.
// Reads a folder with NAME.code (exit code), NAME.log (output) and, from xunit, NAME.json (CTRF).
import { readdirSync, readFileSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
const names = readdirSync(folder).filter(f => f.endsWith(".code")).map(f => f.slice(0, -".code".length)).sort();
const total = { passed: 0, failed: 0, skipped: 0 };
const red = [];

for (const name of names) {
  const read = ending => readFileSync(join(folder, name + ending), "utf8");
  const code = Number(read(".code"));
  const counted = existsSync(join(folder, `${name}.json`)) ? fromCtrf(read(".json")) : fromNode(read(".log"));
  const count = counted ?? { passed: 0, failed: 0, skipped: 0 };
  // A project that did not run, or that ended badly after its tests, is a failure of its own.
  const broke = counted === null || (code !== 0 && count.failed === 0 && count.passed + count.skipped > 0);
  if (broke) count.failed++;
  if (count.failed > 0) console.log(`\n${read(".log").trim()}\n`);
  console.log(`${name}: ${sentence(count)}${broke ? ` (it ended with code ${code})` : ""}`);
  for (const key of Object.keys(total)) total[key] += count[key];
  if (counted !== null && existsSync(join(folder, `${name}.json`))) red.push(...failures(read(".json")));
}

if (names.length === 0) total.failed++;
// The logs above are long: who reads only the end of them is to see which tests failed, and why.
for (const { name, why } of red) console.log(`FAILED ${name}: ${why}`);
const line = sentence(total);
writeFileSync(join(folder, "count"), `${line}\n`);
console.log(line);
process.exitCode = total.failed > 0 ? 1 : 0;

function sentence({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

function failures(text) {
  return JSON.parse(text).results.tests
    .filter(test => test.status === "failed")
    .map(test => ({ name: test.name, why: (test.message ?? "").replace(/\s+/g, " ").slice(0, 300) }));
}

function fromCtrf(text) {
  try {
    const { passed, failed, skipped, pending, other } = JSON.parse(text).results.summary;
    return { passed, failed, skipped: skipped + pending + other };
  } catch {
    return null;
  }
}

// `node --test` ends with "# pass 12" or, in newer versions, "ℹ pass 12".
function fromNode(log) {
  const number = word => Number(log.match(new RegExp(`^[#ℹ] ${word} (\\d+)$`, "m"))?.[1] ?? NaN);
  const passed = number("pass"), failed = number("fail") + (number("cancelled") || 0);
  return Number.isNaN(passed + failed) ? null : { passed, failed, skipped: (number("skipped") || 0) + (number("todo") || 0) };
}
