import { startLiveFilter } from "./live-filter/live-filter.ts";
import { startReadAloud } from "./read-aloud/read-aloud.ts";
import { startToggle } from "./scheme/scheme.ts";

document.querySelectorAll<HTMLButtonElement>("[data-scheme-toggle]").forEach(startToggle);
document.querySelectorAll<HTMLButtonElement>("[data-read-aloud]").forEach(startReadAloud);
document.querySelectorAll<HTMLFormElement>("[data-live-filter]").forEach(startLiveFilter);
document.querySelector<HTMLElement>("#errors")?.focus();
