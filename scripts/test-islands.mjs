// Bundles the islands' tests and runs them with node --test.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const islands = join(root, "src/Tessera.Web/Islands");
const target = join(root, ".build/islands");
const entryPoints = readdirSync(islands, { recursive: true }).filter((file) => file.endsWith(".test.ts")).map((file) => join(islands, file));
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
await build({ entryPoints, bundle: true, platform: "node", format: "esm", outdir: target, outExtension: { ".js": ".mjs" } });
const tests = readdirSync(target, { recursive: true }).filter((file) => file.endsWith(".mjs")).map((file) => join(target, file));
process.exit(spawnSync(process.execPath, ["--test", "--test-reporter=tap", ...tests], { stdio: "inherit" }).status ?? 1);
