// Runs before the page is painted, so that a chosen colour scheme does not flash.
import { apply, remembered } from "./scheme/scheme.ts";

apply(remembered());
