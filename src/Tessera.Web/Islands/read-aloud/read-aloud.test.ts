import assert from "node:assert/strict";
import { test } from "node:test";
import { pieces } from "./read-aloud.ts";

test("pieces joins short sentences and keeps every word", () => {
  assert.deepEqual(pieces("Hargita County. Nineteen partners.\n In six countries"), ["Hargita County. Nineteen partners. In six countries"]);
});

test("pieces parts long texts at the ends of sentences", () => {
  const text = Array.from({ length: 20 }, (_, i) => `This is sentence number ${i} of a long text.`).join(" ");
  const parts = pieces(text);
  assert.ok(parts.length > 1 && parts.every((part) => part.length <= 230 && part.endsWith(".")));
  assert.equal(parts.join(" "), text);
});

test("pieces of nothing is nothing", () => assert.deepEqual(pieces("  \n "), []));
