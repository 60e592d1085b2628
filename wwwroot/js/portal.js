// All script of the patients' pages. Every page works without it; it only makes some of them quicker.
const enhancements = {
  // Counts "Was this clear?" without leaving the page, so that what a reader has ticked elsewhere stays ticked.
  clarity(form) {
    document.addEventListener("submit", async (event) => {
      if (event.target !== form) return;
      event.preventDefault();
      const { name, value } = event.submitter;
      const body = new URLSearchParams({ [name]: value });
      const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" }).catch(() => null);
      const said = document.getElementById(`thanks-${value}`);
      if (answer?.type !== "opaqueredirect") said.textContent = "This could not be counted. Please try again later.";
      said.classList.add("clarity__thanks--said");
      said.focus();
    });
  },

  // A treatment chosen in one field cannot be chosen in another; without script the answer to the form says so.
  picker(form) {
    const fields = [...form.querySelectorAll("select")];
    const update = () => {
      for (const field of fields) {
        const taken = fields.filter((other) => other !== field && other.value).map((other) => other.value);
        for (const option of field.options) option.disabled = taken.includes(option.value);
      }
    };
    form.addEventListener("change", update);
    addEventListener("pageshow", update);
  },

  // Keeps the ticks for the next page and the next visit, but only on request: a device may have many readers. What was ticked elsewhere
  // and is not asked here stays.
  ticks(part) {
    const boxes = [...part.parentElement.querySelectorAll("li input")];
    const keep = part.querySelector("input");
    const kept = () => new Set(JSON.parse(localStorage.getItem("ticks") ?? "[]"));
    const store = () => {
      const all = kept();
      for (const box of boxes) all[box.checked ? "add" : "delete"](box.id);
      localStorage.setItem("ticks", JSON.stringify([...all]));
    };
    try {
      keep.checked = localStorage.getItem("ticks") !== null;
      if (keep.checked) for (const box of boxes) box.checked = kept().has(box.id);
    } catch {
      return; // A browser that keeps nothing for anyone.
    }
    part.hidden = false;
    keep.addEventListener("change", () => (keep.checked ? store() : localStorage.removeItem("ticks")));
    for (const box of boxes) box.addEventListener("change", () => keep.checked && store());
    part.querySelector("button").addEventListener("click", () => {
      for (const box of [...boxes, keep]) box.checked = false;
      localStorage.removeItem("ticks");
    });
  },

  // Without script the page says where printing is found.
  print(button) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  },

  // Copies the address of the page, or hands it to what the device shares with.
  share(part) {
    const [address, status] = [part.querySelector("input"), part.querySelector("[role=status]")];
    const [copy, sheet] = [part.querySelector("[data-share=copy]"), part.querySelector("[data-share=sheet]")];
    copy.hidden = !navigator.clipboard;
    copy.addEventListener("click", async () => {
      const copied = await navigator.clipboard.writeText(address.value).then(() => true, () => false);
      status.textContent = copied ? "Copied." : "It could not be copied. Select the address and copy it.";
    });
    sheet.hidden = !navigator.share;
    sheet.addEventListener("click", () => navigator.share({ title: document.title, url: address.value }).catch(() => {}));
  },
};

for (const element of document.querySelectorAll("[data-module]"))
  for (const name of element.dataset.module.split(" ")) enhancements[name](element);

// A list that opens over the page goes away once something in it is chosen.
for (const list of document.querySelectorAll("[popover]"))
  list.addEventListener("click", (event) => event.target.closest("a") && list.hidePopover());

// Browsers open what is folded around the place that an address leads to; the older ones need a hand.
const unfold = () => {
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const folded = [];
  for (let part = place?.closest("details:not([open])"); part; part = part.parentElement.closest("details:not([open])")) folded.push(part);
  for (const part of folded) part.open = true;
  if (folded.length > 0) place.scrollIntoView();
};
addEventListener("hashchange", unfold);
unfold();
