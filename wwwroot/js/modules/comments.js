// A comment is sent, or closed, and the page stays as it is: ticks and other words that have not been sent stand there still.
export function enhance(page) {
  const status = Object.assign(document.createElement("p"), { className: "visually-hidden", role: "status" });
  page.append(status);
  page.addEventListener("submit", async (event) => {
    const form = event.target;
    const unit = form.closest(".unit");
    const address = event.submitter?.formAction;
    if (!unit || !/handler=(Comment|Resolve)$/.test(address)) return;
    event.preventDefault();
    event.submitter.disabled = true;
    const answer = await fetch(address, { method: "POST", body: new FormData(form) }).catch(() => null);
    const sent = answer?.redirected && answer.ok
      && new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = sent && sent.getElementById(unit.id);
    if (answer?.redirected && !fresh) location.assign(answer.url);
    else if (!fresh) {
      form.action = address;
      form.submit();
    } else {
      for (const comment of unit.querySelectorAll(".unit__comment")) comment.remove();
      unit.querySelector(".unit__act > details").before(...fresh.querySelectorAll(".unit__comment"));
      form.reset();
      event.submitter.disabled = false;
      status.textContent = sent.querySelector(".done")?.textContent ?? "";
      (form.isConnected ? event.submitter : unit.querySelector(".unit__act > details > summary")).focus();
    }
  });
}
