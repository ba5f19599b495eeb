// Puts what is written at the bands of a ladder in the order of its numbers; bands without one come last.
(() => {
  const { form } = sheet;
  const numberIn = text => (text.trim() ? Number(text.trim().replace(",", ".")) : NaN);

  function sort(stops) {
    const written = stops.map(fields => fields.map(field => field.value));
    const rank = ([, number]) => (Number.isNaN(numberIn(number)) ? -Infinity : numberIn(number));
    written.sort((one, other) => (rank(other) === rank(one) ? 0 : rank(other) - rank(one)));
    stops.forEach((fields, n) => fields.forEach((field, part) => { field.value = written[n][part]; }));
    form.dispatchEvent(new Event("input"));
  }

  form.addEventListener("click", ({ target }) => {
    if (!target.matches("[data-sort]")) return;
    const stops = [...target.closest(".ladder-block").querySelectorAll(".stop")];
    sort(stops.map(stop => [...stop.querySelectorAll("textarea")]));
  });
})();
