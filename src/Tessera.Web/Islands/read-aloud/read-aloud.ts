/** A passage to be spoken: the element it stands in, its text and language. */
export interface Passage<T> {
  element: T;
  text: string;
  language: string;
}

const longest = 220;

/** Cuts a text into pieces that a speech engine takes, at the ends of sentences where there are any. */
export function pieces(text: string): string[] {
  const sentences = text.replace(/\s+/g, " ").trim().match(/[^.!?…]+[.!?…]*\s*/g) ?? [];
  const result: string[] = [];
  for (const sentence of sentences) {
    const last = result.at(-1);
    if (last !== undefined && last.length + sentence.length <= longest) result[result.length - 1] = last + sentence;
    else result.push(sentence);
  }
  return result.map((piece) => piece.trim()).filter((piece) => piece.length > 0);
}

function passages(main: Element): Passage<Element>[] {
  const selector = "h1, h2, h3, p, li, dt, dd, caption, th, td, figcaption";
  return [...main.querySelectorAll(selector)]
    .filter((element) => !element.closest("form, nav, [hidden], .visually-hidden") && element.querySelector(selector) === null && element.checkVisibility())
    .map((element) => ({
      element,
      text: element.textContent ?? "",
      language: element.closest("[lang]")?.getAttribute("lang") ?? document.documentElement.lang,
    }))
    .filter((passage) => passage.text.trim().length > 0);
}

/** The button that reads the page aloud with the browser's own voice, pauses and goes on. */
export function startReadAloud(button: HTMLButtonElement): void {
  const main = document.querySelector("main");
  if (!("speechSynthesis" in window) || main === null) return;
  const speech = window.speechSynthesis;
  let state: "silent" | "speaking" | "paused" = "silent";
  const label = button.querySelector("span") ?? button;

  const show = (now: typeof state): void => {
    state = now;
    const word = { silent: "read", speaking: "pause", paused: "resume" }[now];
    label.textContent = button.dataset[word] ?? "";
    button.setAttribute("aria-pressed", String(now === "speaking"));
  };

  const speak = (queue: Passage<Element>[]): void => {
    const passage = queue.shift();
    if (passage === undefined) {
      show("silent");
      return;
    }
    passage.element.classList.add("being-read");
    const parts = pieces(passage.text);
    const sayNext = (): void => {
      const part = parts.shift();
      if (part === undefined || state === "silent") {
        passage.element.classList.remove("being-read");
        if (state !== "silent") speak(queue);
        return;
      }
      const utterance = new SpeechSynthesisUtterance(part);
      utterance.lang = passage.language;
      utterance.onend = sayNext;
      utterance.onerror = () => { passage.element.classList.remove("being-read"); show("silent"); };
      speech.speak(utterance);
    };
    sayNext();
  };

  button.addEventListener("click", () => {
    if (state === "speaking") {
      speech.pause();
      show("paused");
    } else if (state === "paused") {
      speech.resume();
      show("speaking");
    } else {
      show("speaking");
      speak(passages(main));
    }
  });
  window.addEventListener("pagehide", () => speech.cancel());
  button.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    show("silent");
    speech.cancel();
  });
  button.hidden = false;
  show("silent");
}
