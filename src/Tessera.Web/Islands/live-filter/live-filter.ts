/** The address a form asks for: its fields without the empty ones and without what is the default. */
export function address(action: string, fields: Iterable<[string, string]>): string {
  const query = new URLSearchParams();
  for (const [name, value] of fields) {
    const trimmed = value.trim();
    if (trimmed !== "" && !(name === "sort" && trimmed === "number")) query.set(name, trimmed);
  }
  const text = query.toString();
  return text === "" ? action : `${action}?${text}`;
}

const patience = 200;

/** Shows the matching list while one types or chooses; without it the form's button does the same. */
export function startLiveFilter(form: HTMLFormElement): void {
  let waiting: number | undefined;
  let under: AbortController | undefined;

  const load = async (): Promise<void> => {
    const fields = [...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)]);
    const target = address(new URL(form.action).pathname, fields);
    under?.abort();
    under = new AbortController();
    try {
      const answer = await fetch(target, { signal: under.signal, headers: { accept: "text/html" } });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector("[data-live-results]");
      const shown = document.querySelector("[data-live-results]");
      if (fresh === null || shown === null) return;
      // The counting line stays in place, so that a screen reader is told of its new words.
      const line = shown.querySelector(".result-count");
      const count = fresh.querySelector(".result-count");
      if (line !== null && count !== null) {
        line.textContent = count.textContent;
        count.replaceWith(line);
      }
      shown.replaceChildren(...fresh.childNodes);
      history.replaceState(null, "", target);
    } catch (error) {
      if (!(error instanceof DOMException && error.name === "AbortError")) form.submit();
    }
  };

  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => void load(), patience);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    void load();
  });
}
