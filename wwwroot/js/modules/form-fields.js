// What a person has typed into a form, as one string; what belongs to the sending is left out.
export const token = "__RequestVerificationToken";

const isTyped = (name) => name && name !== "DraftSavedAt" && name !== token;

export const fieldsOf = (form) => new URLSearchParams([...new FormData(form)].filter(([name]) => isTyped(name))).toString();

// A page that answers a form stands on a newer version than the fields that were sent with it.
export const withoutVersion = (fields) => fields.replace(/(^|&)Form\.(Answers%5B\d+%5D\.Answer\.)?Version=\d*/g, "");

export function fill(form, fields) {
  const values = new URLSearchParams(fields);
  for (const field of form.elements) {
    if (!isTyped(field.name)) continue;
    if (field.type === "checkbox") field.checked = values.getAll(field.name).includes(field.value);
    else if (values.has(field.name)) field.value = values.get(field.name);
  }
}
