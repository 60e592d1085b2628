// A search above a long list of choices; a ticked choice is never hidden.
export function enhance(list) {
  const search = document.createElement("input");
  search.type = "search";
  search.setAttribute("aria-label", "Find in this list");
  search.placeholder = "Find …";
  list.querySelector(".choices").before(search);
  search.addEventListener("input", () => {
    const words = search.value.toLowerCase().split(/\s+/);
    for (const choice of list.querySelectorAll(".choices label")) {
      const text = choice.textContent.toLowerCase();
      choice.hidden = !choice.querySelector("input").checked && !words.every(word => text.includes(word));
    }
  });
  // Enter would send the whole form.
  search.addEventListener("keydown", event => { if (event.key === "Enter") event.preventDefault(); });
}
