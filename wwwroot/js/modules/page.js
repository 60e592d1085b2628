// Elements and pages, made of what they hold.
export function made(tag, properties, ...content) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...content);
  return element;
}

export const pageOf = async (answer) => new DOMParser().parseFromString(await answer.text(), "text/html");
