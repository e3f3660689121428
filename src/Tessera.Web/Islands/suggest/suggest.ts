/** Shows the first hits below a search box while somebody types; arrows walk them, Escape closes. Without it the box is a form. */

export interface Suggestion {
  readonly label: string;
  readonly kind: string;
  readonly href: string;
}

const pause = 150;
const shortest = 2;

/** Is an answer from the server what this expects? */
export function isSuggestions(answer: unknown): answer is Suggestion[] {
  return Array.isArray(answer) && answer.every((hit: unknown) => typeof hit === "object" && hit !== null && "label" in hit && "href" in hit);
}

function entry(hit: Suggestion): HTMLLIElement {
  const link = document.createElement("a");
  link.href = hit.href;
  link.textContent = hit.label;
  const kind = document.createElement("span");
  kind.className = "suggestions__kind";
  kind.textContent = hit.kind;
  link.append(" ", kind);
  const item = document.createElement("li");
  item.append(link);
  return item;
}

function walk(event: KeyboardEvent, box: HTMLInputElement, list: HTMLUListElement): void {
  const links = [...list.querySelectorAll("a")];
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  if (event.key === "Escape") {
    list.hidden = true;
    box.focus();
  } else if (event.key === "ArrowDown" && links.length > 0) links[Math.min(at + 1, links.length - 1)]?.focus();
  else if (event.key === "ArrowUp") (at <= 0 ? box : links[at - 1])?.focus();
  else return;
  event.preventDefault();
}

/** Wakes a search box whose data-search is the address of the search. */
export function startSuggestions(box: HTMLInputElement): void {
  const form = box.closest("form");
  const address = box.dataset["search"];
  if (!form || !address) return;
  const list = document.createElement("ul");
  list.className = "suggestions";
  list.hidden = true;
  form.append(list);
  let timer = 0;
  let asked = "";
  const show = async (): Promise<void> => {
    asked = box.value.trim();
    const mine = asked;
    if (mine.length < shortest) {
      list.hidden = true;
      return;
    }
    const answer = await fetch(`${address}?handler=Suggest&q=${encodeURIComponent(mine)}`, { headers: { Accept: "application/json" } });
    const hits: unknown = answer.ok ? await answer.json() : [];
    if (mine !== asked || !isSuggestions(hits)) return;
    list.replaceChildren(...hits.map(entry));
    list.hidden = hits.length === 0;
  };
  box.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void show().catch(() => undefined), pause);
  });
  form.addEventListener("keydown", (event) => walk(event, box, list));
  form.addEventListener("focusout", (event) => {
    if (!(event.relatedTarget instanceof Node && form.contains(event.relatedTarget))) list.hidden = true;
  });
}
