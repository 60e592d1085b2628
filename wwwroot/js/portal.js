// Every page works without this file; it only makes some of them quicker.
for (const element of document.querySelectorAll("[data-module]")) {
  const { enhance } = await import(`./modules/${element.dataset.module}.js`);
  enhance(element);
}
