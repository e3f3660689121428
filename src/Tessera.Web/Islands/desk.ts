import { startPasskeys } from "./passkey/passkey.ts";
import { startPlaces } from "./places/places.ts";
import { startToggle } from "./scheme/scheme.ts";
import { startSuggestions } from "./suggest/suggest.ts";

document.querySelectorAll<HTMLButtonElement>("[data-scheme-toggle]").forEach(startToggle);
startPasskeys();
document.querySelectorAll<HTMLInputElement>("[data-search]").forEach(startSuggestions);
document.querySelectorAll<HTMLElement>("[data-places]").forEach(startPlaces);
document.querySelector<HTMLElement>("#errors")?.focus();
document.addEventListener("keydown", (event) => {
  const typing = event.target instanceof HTMLElement && event.target.closest("input, textarea, select");
  if (event.key !== "/" || typing) return;
  event.preventDefault();
  document.querySelector<HTMLInputElement>("#desk-q")?.focus();
});
