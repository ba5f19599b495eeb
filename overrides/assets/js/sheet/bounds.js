// A number beyond what its column says makes sense is asked about, and stays as it is.
(() => {
  const { form, words } = sheet;

  function question(field) {
    const number = Number(field.value.trim().replace("−", "-").replace(",", "."));
    const { from = "", to = "" } = field.dataset;
    const beyond = field.value.trim() && ((from && number < Number(from)) || (to && number > Number(to)));
    if (!beyond) return "";
    const said = from && to ? words.between : from ? words.at_least : words.at_most;
    return said.replace("{from}", from).replace("{to}", to);
  }

  function ask(field) {
    const said = question(field);
    let note = field.closest("td, .day__item").querySelector(".bounds");
    if (!note && !said) return;
    if (!note) {
      note = Object.assign(document.createElement("span"), { className: "bounds", role: "status" });
      field.closest("td, .day__item").append(note);
    }
    note.textContent = said;
    field.toggleAttribute("data-beyond", Boolean(said));
  }

  form.addEventListener("input", ({ target }) => {
    const fields = target === form ? form.querySelectorAll(":is(td, .day__item) textarea:is([data-from], [data-to])") : [target];
    for (const field of fields) if (field.matches(":is(td, .day__item) textarea:is([data-from], [data-to])")) ask(field);
  });
})();
