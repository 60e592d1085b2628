// Every page works without this file; it only makes some of them quicker.
for (const element of document.querySelectorAll("[data-module]"))
  for (const name of element.dataset.module.split(" ")) {
    const { enhance } = await import(`./modules/${name}.js`);
    enhance(element);
  }
