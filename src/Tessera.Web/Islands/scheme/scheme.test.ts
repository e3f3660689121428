import assert from "node:assert/strict";
import { test } from "node:test";
import { next, parse } from "./scheme.ts";

test("next goes through all schemes and back", () => {
  assert.deepEqual([next("auto"), next("light"), next("dark")], ["light", "dark", "auto"]);
});

test("parse of an unknown word is the system's scheme", () => {
  assert.deepEqual([parse("dark"), parse("sepia"), parse(null)], ["dark", "auto", "auto"]);
});
