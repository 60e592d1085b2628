// As patients would read it, beside the form: fetched again whenever the server has saved the draft. One request at a time.
export function enhance(part) {
  const form = part.closest(".beside").querySelector("form");
  let request = new AbortController();
  form.addEventListener("saved", async () => {
    request.abort();
    request = new AbortController();
    const body = new URLSearchParams(new FormData(form));
    body.set("Around", "true");
    const asked = { method: "POST", body, signal: request.signal };
    const page = await fetch(`${form.getAttribute("action")}?handler=Preview`, asked).then((answer) => answer.text()).catch(() => "");
    const shown = new DOMParser().parseFromString(page, "text/html").querySelector("[data-module~='preview']");
    if (shown) part.replaceChildren(...shown.childNodes);
  });
}
