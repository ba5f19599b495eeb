// What is written below a drawing stands in it as well, in the place that paper has for it.
(() => {
  const { form } = sheet;
  const SIZES = 4; // from the usual one to the smallest that is set: .drawn__typed[data-set]
  const drawings = () => form.querySelectorAll("[data-held]");

  function show(field) {
    const places = form.querySelectorAll(`[data-shows="${CSS.escape(field.name)}"]`);
    if (field.type === "radio") mark(places, form.querySelectorAll(`[name="${CSS.escape(field.name)}"]`));
    else for (const place of places) place.textContent = field.value;
  }
  function mark(places, points) {
    for (const place of places) {
      place.querySelectorAll("circle").forEach((dot, n) => dot.classList.toggle("drawn__dot--chosen", points[n].checked));
    }
  }

  // Sets words smaller that are too many for their place, and returns whether they fit.
  function fits(place) {
    const room = place.parentElement.height.baseVal.value + .3;
    for (let size = 0; size < SIZES; size++) {
      place.dataset.set = size;
      if (place.scrollHeight <= room) return true;
    }
    return false;
  }
  const seen = block => [...block.querySelectorAll(".drawn__typed")].filter(place => place.getClientRects().length);

  form.addEventListener("input", ({ target }) => {
    (target === form ? sheet.fields : [target]).filter(field => field.name).forEach(show);
    drawings().forEach(block => seen(block).forEach(fits));
  });
  // Printed, a drawing that holds every word needs no list of them below.
  form.addEventListener("measured", () => {
    for (const block of drawings()) block.classList.toggle("drawn--whole", seen(block).map(fits).every(Boolean));
  });
  sheet.fields.forEach(show);
})();
