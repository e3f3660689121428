// Bundles style sheet, scripts and icons into src/Tessera.Web/wwwroot/assets under names that carry their hash.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { buildLand } from "./land.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const web = join(root, "src/Tessera.Web");
const target = join(web, "wwwroot/assets");

async function bundle(entry, format) {
  const { outputFiles } = await build({
    entryPoints: [join(web, entry)], bundle: true, minify: true, write: false, format, target: ["chrome111", "firefox114", "safari16.4"], charset: "utf8", legalComments: "none",
  });
  return outputFiles[0].contents;
}

function icons() {
  const names = JSON.parse(readFileSync(join(web, "Islands/icons.json"), "utf8"));
  const symbols = Object.entries(names).map(([name, file]) => {
    const svg = readFileSync(join(root, "node_modules/@navikt/aksel-icons/dist/svg", `${file}.svg`), "utf8");
    const inner = svg.replace(/^[\s\S]*?<svg[^>]*>/, "").replace(/<\/svg>\s*$/, "");
    return `<symbol id="${name}" viewBox="0 0 24 24">${inner}</symbol>`;
  });
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>`);
}

const outputs = {
  "site.css": await bundle("Styles/site.css"),
  "portal.js": await bundle("Islands/portal.ts", "esm"),
  "desk.js": await bundle("Islands/desk.ts", "esm"),
  "scheme.js": await bundle("Islands/early.ts", "iife"),
  "icons.svg": icons(),
};
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const manifest = {};
for (const [name, contents] of Object.entries(outputs)) {
  const [stem, ending] = name.split(".");
  manifest[name] = `${stem}.${createHash("sha256").update(contents).digest("hex").slice(0, 10)}.${ending}`;
  writeFileSync(join(target, manifest[name]), contents);
}
writeFileSync(join(target, "manifest.json"), JSON.stringify(manifest, null, 2));
buildLand(root);
