// Staff pages work without this file; it only makes some of them quicker. Modules are fetched together and started in the order of the
// page; one that fails leaves the others at work.
const uses = [...document.querySelectorAll("[data-module]")].flatMap((element) =>
  element.dataset.module.split(" ").map((name) => ({ element, name })));
const modules = await Promise.allSettled(uses.map(({ name }) => import(`./modules/${name}.js`)));
uses.forEach(({ element, name }, index) => {
  const { value: module, reason } = modules[index];
  try {
    if (reason) throw reason;
    module.enhance(element);
  } catch (problem) {
    console.error(`This page works without "${name}", which has failed:`, problem);
  }
});
