/** Suggests places of the directory while somebody types one, and takes its country over with it. Without it the field is not shown. */

export interface Place {
  readonly id: number;
  readonly name: string;
  readonly matched: string;
  readonly country: string;
  readonly region: string;
}

const pause = 120;
const shortest = 2;

/** The places of an answer from the server; none of anything else. */
export function placesOf(answer: unknown): Place[] {
  if (typeof answer !== "object" || answer === null || !("places" in answer) || !Array.isArray(answer.places)) return [];
  return answer.places.filter((place: unknown): place is Place => typeof place === "object" && place !== null && "id" in place && "name" in place && "country" in place);
}

/** What stands beside the name, to tell it from others. */
export function whereOf(place: Place): string {
  return [place.region === place.name ? "" : place.region, place.country].filter((part) => part).join(", ");
}

function entry(place: Place, choose: (place: Place) => void): HTMLLIElement {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = place.name;
  const where = document.createElement("span");
  where.className = "suggestions__kind";
  where.textContent = whereOf(place);
  button.append(" ", where);
  button.addEventListener("click", () => choose(place));
  const item = document.createElement("li");
  item.append(button);
  return item;
}

function walk(event: KeyboardEvent, box: HTMLInputElement, list: HTMLUListElement): void {
  if (list.hidden) return;
  const buttons = [...list.querySelectorAll("button")];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  if (event.key === "Escape") {
    list.hidden = true;
    box.focus();
  } else if (event.key === "ArrowDown") buttons[Math.min(at + 1, buttons.length - 1)]?.focus();
  else if (event.key === "ArrowUp") (at <= 0 ? box : buttons[at - 1])?.focus();
  else if (event.key === "Enter" && document.activeElement === box) buttons[0]?.click();
  else return;
  event.preventDefault();
}

/** Wakes a part of a form whose data-places is the address of the directory: a box, and a hidden field for the number of the place. */
export function startPlaces(part: HTMLElement): void {
  const box = part.querySelector<HTMLInputElement>("input:not([type=hidden])");
  const number = part.querySelector<HTMLInputElement>("input[type=hidden]");
  const address = part.dataset["places"];
  if (!box || !number || !address) return;
  const country = part.closest("form")?.querySelector<HTMLSelectElement>("select[name=country]");
  const list = document.createElement("ul");
  list.className = "suggestions";
  list.hidden = true;
  part.append(list);
  part.hidden = false;
  const choose = (place: Place): void => {
    box.value = place.name;
    number.value = String(place.id);
    if (country) country.value = place.country;
    list.hidden = true;
    box.focus();
  };
  let timer = 0;
  const show = async (): Promise<void> => {
    const asked = box.value.trim();
    const answer = asked.length < shortest ? undefined : await fetch(`${address}?q=${encodeURIComponent(asked)}`);
    if (asked !== box.value.trim()) return;
    const places = answer?.ok ? placesOf(await answer.json()) : [];
    list.replaceChildren(...places.map((place) => entry(place, choose)));
    list.hidden = places.length === 0;
  };
  box.addEventListener("input", () => {
    number.value = "";
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void show().catch(() => undefined), pause);
  });
  part.addEventListener("keydown", (event) => walk(event, box, list));
  part.addEventListener("focusout", (event) => {
    if (!(event.relatedTarget instanceof Node && part.contains(event.relatedTarget))) list.hidden = true;
  });
}
