// A button that asks the device for a passkey, or has it make a new one, and sends its form with the answer. Hidden where it could do
// nothing, like a form that is for it alone.
const reasons = {
  NotAllowedError: "Nothing was chosen, or it took too long. Try again.",
  InvalidStateError: "This device already holds a passkey of yours.",
  SecurityError: "Passkeys do not work at this address. Use the portal's own one.",
};

const ask = async (isNew, options) => isNew
  ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
  : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });

export function enhance(button) {
  if (!window.PublicKeyCredential?.parseCreationOptionsFromJSON) return;
  const form = button.form;
  const { options, field } = button.dataset;
  const say = (words) => { form.querySelector("[data-passkey-status]").textContent = words; };
  button.hidden = form.hidden = false;

  button.addEventListener("click", async (event) => {
    event.preventDefault();
    say("");
    const answer = await fetch(options, {
      method: "POST", headers: { "X-Requested-With": "XMLHttpRequest" },
      body: new URLSearchParams({ __RequestVerificationToken: form.elements.__RequestVerificationToken.value }),
    }).catch(() => null);
    // The form itself leads to the question who is there, and comes back.
    if (answer?.status === 401) return form.requestSubmit(button);
    if (!answer?.ok) return say("The clinic’s server does not answer. Try again in a minute.");
    try {
      const credential = await ask("new" in button.dataset, await answer.json());
      form.elements[field].value = JSON.stringify(credential.toJSON());
      form.requestSubmit(button);
    } catch (problem) {
      say(reasons[problem.name] ?? "This did not work here. Try another device, or another way.");
    }
  });

}
