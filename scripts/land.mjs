// Makes the outlines of the maps from Natural Earth (public domain), as world-atlas packs it: src/Tessera.Web/Maps/land.json.
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { feature, mesh } from "topojson-client";

const require = createRequire(import.meta.url);
const hundredths = (degrees) => Math.round(degrees * 100);

/** A line as whole numbers, each pair the difference to the one before; points that fall together are one. */
function differences(line) {
  const numbers = [];
  let [lastLon, lastLat] = [0, 0];
  for (const [lon, lat] of line) {
    const [x, y] = [hundredths(lon), hundredths(lat)];
    if (numbers.length > 0 && x === lastLon && y === lastLat) continue;
    numbers.push(x - lastLon, y - lastLat);
    [lastLon, lastLat] = [x, y];
  }
  return numbers;
}

/** Writes the file below the root unless it is newer than its source. */
export function buildLand(root) {
  const source = require.resolve("world-atlas/countries-50m.json");
  const target = join(root, "src/Tessera.Web/Maps/land.json");
  try {
    if (statSync(target).mtimeMs > statSync(fileURLToPath(import.meta.url)).mtimeMs) return;
  } catch { /* not built yet */ }
  const world = JSON.parse(readFileSync(source, "utf8"));
  const countries = feature(world, world.objects.countries).features;
  const polygons = countries.flatMap(({ geometry }) => geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates);
  const land = polygons.flatMap((rings) => rings.slice(0, 1)).map(differences).filter((ring) => ring.length >= 8);
  const borders = mesh(world, world.objects.countries, (a, b) => a !== b).coordinates.map(differences).filter((line) => line.length >= 4);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, JSON.stringify({ land, borders }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) buildLand(join(dirname(fileURLToPath(import.meta.url)), ".."));
