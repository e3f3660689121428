/** The colour scheme a reader chose: that of the system, light, or dark. */
export type Scheme = "auto" | "light" | "dark";

const key = "tessera-scheme";
const order: readonly Scheme[] = ["auto", "light", "dark"];

/** What comes after a scheme when the button is pressed. */
export function next(scheme: Scheme): Scheme {
  return order[(order.indexOf(scheme) + 1) % order.length] ?? "auto";
}

/** The scheme that a stored word means; what is not known means the system's. */
export function parse(stored: string | null): Scheme {
  return order.find((scheme) => scheme === stored) ?? "auto";
}

/** The reader's choice; the system's where the browser keeps nothing. */
export function remembered(): Scheme {
  try {
    return parse(localStorage.getItem(key));
  } catch {
    return "auto";
  }
}

/** Shows the page in a scheme. */
export function apply(scheme: Scheme): void {
  if (scheme === "auto") document.documentElement.removeAttribute("data-color-scheme");
  else document.documentElement.setAttribute("data-color-scheme", scheme);
}

/** The button that goes through the schemes; it says which one is on. */
export function startToggle(button: HTMLButtonElement): void {
  let scheme = remembered();
  const label = button.getAttribute("aria-label") ?? "";
  const show = (): void => {
    const text = button.dataset[scheme] ?? label;
    button.setAttribute("aria-label", text);
    button.title = text;
    apply(scheme);
  };
  button.addEventListener("click", () => {
    scheme = next(scheme);
    try {
      localStorage.setItem(key, scheme);
    } catch { /* a browser that keeps nothing still shows the scheme on this page */ }
    show();
  });
  button.hidden = false;
  show();
}
