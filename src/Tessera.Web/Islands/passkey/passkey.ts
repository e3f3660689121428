/** Signs in with a passkey, or adds one, where the browser can; without it the forms work by password. */

type Ceremony = (options: unknown) => Promise<Credential | null>;

const canUse = (): boolean => typeof PublicKeyCredential !== "undefined" && "parseRequestOptionsFromJSON" in PublicKeyCredential;

async function optionsFrom(address: string, form: HTMLFormElement): Promise<unknown> {
  const token = form.querySelector<HTMLInputElement>('input[name="__RequestVerificationToken"]');
  const answer = await fetch(address, { method: "POST", headers: { RequestVerificationToken: token?.value ?? "" } });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

const use: Ceremony = (options) =>
  navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON) });

const make: Ceremony = (options) =>
  navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON) });

async function perform(form: HTMLFormElement, address: string, ceremony: Ceremony): Promise<void> {
  const credential = await ceremony(await optionsFrom(address, form));
  const field = form.querySelector<HTMLInputElement>('input[name="credential"]');
  if (!credential || !field) return;
  field.value = JSON.stringify(credential);
  form.noValidate = true;
  form.submit();
}

function start(form: HTMLFormElement, address: string, ceremony: Ceremony): void {
  const button = form.querySelector<HTMLButtonElement>("[data-passkey]");
  const failure = form.querySelector<HTMLElement>("[data-passkey-error]");
  if (!button || !canUse()) return;
  button.hidden = false;
  const begin = (event: Event) => {
    event.preventDefault();
    if (failure) failure.hidden = true;
    // Before the browser makes a passkey that the server would refuse for want of the password.
    if (ceremony === make && !form.reportValidity()) return;
    perform(form, address, ceremony).catch(() => {
      if (failure) failure.hidden = false;
    });
  };
  button.addEventListener("click", begin);
}

/** Wakes the passkey buttons of a page. */
export function startPasskeys(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-passkey-sign-in]")) start(form, form.dataset["passkeySignIn"] ?? "", use);
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-passkey-add]")) start(form, form.dataset["passkeyAdd"] ?? "", make);
}
