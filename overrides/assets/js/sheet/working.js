// Results: numbers worked out from other answers, until the reader writes another one in their place.
(() => {
  const { form } = sheet;
  const written = new Map(); // what was worked out last for each field
  const shown = new Intl.NumberFormat(document.documentElement.lang || "en", { maximumFractionDigits: 2, useGrouping: false, numberingSystem: "latn" });
  const numberIn = text => text.trim() ? Number(text.trim().replace("−", "-").replace(",", ".")) : NaN;

  // Every answer of that name, where * stands for any number: what it counts, or NaN where there is none.
  function answers(name, how) {
    const pattern = new RegExp(`^${name.replaceAll("*", "\\d+")}$`);
    const found = new Map();
    for (const field of sheet.fields.filter(one => pattern.test(one.name))) {
      const counts = how === "count" ? 1 : Number(field.dataset.counts ?? (field.type === "radio" ? field.value : 1));
      if (field.type === "checkbox") found.set(field.name, field.checked ? counts : 0);
      else if (field.type === "radio") found.set(field.name, field.checked ? counts : found.get(field.name) ?? NaN);
      else found.set(field.name, how === "count" && field.value.trim() ? 1 : numberIn(field.value));
    }
    return [...found.values()];
  }

  const sum = numbers => numbers.reduce((all, one) => all + one, 0);
  function result({ how, of, times, whole }) {
    const parts = of.map(([name, by]) => answers(name, how).map(number => ({ number, by })));
    const all = parts.flat();
    const there = all.filter(one => !Number.isNaN(one.number));
    if (!there.length || (whole && there.length < all.length)) return null;
    const total = list => sum(list.map(({ number, by }) => number * by));
    if (how === "difference") return times * (total(parts[1]) - total(parts[0]));
    if (how === "quotient") {
      const [above, below] = parts.map(list => list.filter(one => !Number.isNaN(one.number)));
      return above.length === below.length && total(below) ? times * total(above) / total(below) : null;
    }
    return times * total(there) / (how === "average" ? sum(there.map(one => one.by)) : 1);
  }

  // Marks the band that the number lies in, and says it.
  function band(field) {
    const block = field.closest(".result-block");
    const number = numberIn(field.value);
    const bands = [...block?.querySelectorAll(".band") ?? []];
    if (!bands.length) return;
    for (const one of bands) one.classList.toggle("band--here", number >= Number(one.dataset.from) && number <= Number(one.dataset.to));
    const here = block.querySelector(".band--here dd")?.textContent ?? "";
    const output = block.querySelector("output");
    const said = here && `${field.value}: ${here}`;
    if (output.textContent !== said) output.textContent = said;
  }

  function work(field) {
    const found = result(JSON.parse(field.dataset.worked));
    const said = found === null ? "" : shown.format(found);
    const byHand = field.value && field.value !== written.get(field) && field.value !== said;
    if (!byHand && field.value !== said && field !== document.activeElement) {
      written.set(field, said);
      field.value = said;
      field.dispatchEvent(new Event("input", { bubbles: true })); // others may be made of it
    }
    if (!byHand) written.set(field, said);
    band(field);
  }

  form.addEventListener("input", () => form.querySelectorAll("[data-worked]").forEach(work));
})();
