import assert from "node:assert/strict";
import { test } from "node:test";
import { isSuggestions } from "./suggest.ts";

test("isSuggestions_aListOfHits_isTaken", () => assert.equal(isSuggestions([{ label: "Zala", kind: "Partner", href: "/hargita/office/partners/zala" }]), true));

test("isSuggestions_anythingElse_isRefused", () => {
  for (const answer of [null, {}, "x", [1], [{ label: "no address" }]]) assert.equal(isSuggestions(answer), false);
});
