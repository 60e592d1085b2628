// Modules are fetched together and started in the order of the page; one that fails leaves the others at work.
export async function start(root) {
  const uses = [...root.querySelectorAll("[data-module]")].flatMap((element) =>
    element.dataset.module.split(" ").map((name) => ({ element, name })));
  const modules = await Promise.allSettled(uses.map(({ name }) => import(`./${name}.js`)));
  uses.forEach(({ element, name }, index) => {
    const { value: module, reason } = modules[index];
    try {
      if (reason) throw reason;
      module.enhance(element);
    } catch (problem) {
      console.error(`This page works without "${name}", which has failed:`, problem);
    }
  });
}
