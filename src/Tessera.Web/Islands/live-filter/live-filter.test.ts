import assert from "node:assert/strict";
import { test } from "node:test";
import { address } from "./live-filter.ts";

test("address leaves out what is empty and what is the default", () => {
  assert.equal(address("/hargita/en/partners", [["q", " zala "], ["country", ""], ["sort", "number"]]), "/hargita/en/partners?q=zala");
});

test("address encodes letters", () => {
  assert.equal(address("/p", [["q", "Jász & Nagykun"]]), "/p?q=J%C3%A1sz+%26+Nagykun");
});

test("address of nothing is the page itself", () => assert.equal(address("/p", [["q", ""]]), "/p"));
