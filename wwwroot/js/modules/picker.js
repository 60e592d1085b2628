// A treatment chosen in one field cannot be chosen in another; without script the answer to the form says so.
export function enhance(form) {
  const fields = [...form.querySelectorAll("select")];
  const update = () => {
    for (const field of fields) {
      const taken = fields.filter((other) => other !== field && other.value).map((other) => other.value);
      for (const option of field.options) option.disabled = taken.includes(option.value);
    }
  };
  form.addEventListener("change", update);
  addEventListener("pageshow", update);
  update();
}
