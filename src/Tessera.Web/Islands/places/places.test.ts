import assert from "node:assert/strict";
import { test } from "node:test";
import { placesOf, whereOf } from "./places.ts";

const bologna = { id: 3181928, name: "Bologna", matched: "bologna", country: "IT", region: "Bologna" };

test("placesOf_anAnswer_givesItsPlaces", () => assert.deepEqual(placesOf({ places: [bologna], source: "GeoNames" }), [bologna]));

test("placesOf_anythingElse_givesNone", () => {
  for (const answer of [null, {}, "x", { places: 1 }, { places: [1, { id: 2 }] }]) assert.deepEqual(placesOf(answer), []);
});

test("whereOf_aSeat_isNotNamedTwice", () => {
  assert.equal(whereOf(bologna), "IT");
  assert.equal(whereOf({ ...bologna, name: "Imola" }), "Bologna, IT");
});
