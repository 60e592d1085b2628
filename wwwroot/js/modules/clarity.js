// Counts without leaving the page, so that what a reader has ticked elsewhere stays ticked.
export function enhance(form) {
  document.addEventListener("submit", async (event) => {
    if (event.target !== form) return;
    event.preventDefault();
    const { name, value, parentElement } = event.submitter;
    const body = new URLSearchParams({ [name]: value });
    const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" }).catch(() => null);
    const counted = answer?.type === "opaqueredirect";
    const said = document.getElementById(`thanks-${value}`);
    if (!counted) said.textContent = "This could not be counted. Please try again later.";
    said.classList.add("clarity__thanks--said");
    said.focus();
    parentElement.open = !counted;
  });
}
