// Without script the page says where printing is found.
export function enhance(button) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
