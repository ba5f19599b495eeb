// Entries and rows that the reader adds: each is a copy of a template, with its number in the place of {n}.
(() => {
  const { form } = sheet;
  const templates = [...form.querySelectorAll("template[data-next]")];
  const first = new Map(templates.map(template => [template, Number(template.dataset.next)]));
  const next = template => Number(template.dataset.next);

  // The buttons follow the template; those of a table stand after it.
  const buttonsOf = template => (template.closest("table") ?? template).parentElement.querySelector(":scope > .adding");

  function show(template) {
    const [add, takeOut] = buttonsOf(template).querySelectorAll("button");
    add.hidden = next(template) > Number(template.dataset.most);
    takeOut.hidden = next(template) === first.get(template);
  }

  function add(template) {
    const copy = document.createElement("template");
    copy.innerHTML = template.innerHTML.replaceAll("{n}", template.dataset.next);
    const entry = copy.content.firstElementChild;
    for (const heading of entry.querySelectorAll(".part[id]")) heading.removeAttribute("id"); // one address is enough
    template.before(entry);
    template.dataset.next = next(template) + 1;
    show(template);
    entry.dispatchEvent(new Event("added", { bubbles: true }));
    return entry;
  }

  function takeOut(template) {
    template.previousElementSibling.dispatchEvent(new Event("taken", { bubbles: true }));
    template.previousElementSibling.remove();
    template.dataset.next = next(template) - 1;
    show(template);
    form.dispatchEvent(new Event("input"));
  }

  // The highest number among answers that a template has a place for.
  function highest(template, names) {
    const own = [...template.content.querySelectorAll("[name]")].map(field => field.name);
    const patterns = own.map(name => new RegExp(`^${name.replaceAll("{n}", "(\\d+)")}$`));
    const found = names.flatMap(name => patterns.map(pattern => Number(pattern.exec(name)?.[1] ?? 0)));
    return Math.min(Math.max(0, ...found), Number(template.dataset.most));
  }

  for (const template of templates) {
    const [more, less] = buttonsOf(template).querySelectorAll("button");
    more.addEventListener("click", () => add(template).querySelector("[name]").focus());
    less.addEventListener("click", () => {
      takeOut(template);
      more.focus();
    });
    show(template);
  }
  form.addEventListener("room", ({ detail }) => {
    for (const template of templates) {
      const most = highest(template, Object.keys(detail));
      while (next(template) <= most) add(template);
    }
  });
})();
