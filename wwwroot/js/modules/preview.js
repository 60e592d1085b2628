// As patients would read it, beside the form: fetched again whenever the server has kept what is typed. One request at a time.
export function enhance(part) {
  const form = part.closest(".beside").querySelector("form");
  let request = new AbortController();
  form.addEventListener("kept", async () => {
    request.abort();
    request = new AbortController();
    const answer = await fetch("?handler=Preview", { method: "POST", body: new URLSearchParams(new FormData(form)), signal: request.signal }).then((page) => page.text()).catch(() => "");
    const shown = new DOMParser().parseFromString(answer, "text/html").querySelector("[data-module~='preview']");
    if (shown) part.replaceChildren(...shown.childNodes);
  });
}
