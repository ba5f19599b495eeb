// Writing: room that grows with the words, answers that can be taken back, and how much has been answered.
(() => {
  const { form, words } = sheet;
  const questions = () => [...form.querySelectorAll(".block")].filter(block => block.querySelector("[name]:not([data-worked])") && !block.querySelector(".block"));
  const progress = form.querySelector("[data-progress]");
  const show = growing();

  const isMark = field => field.type === "checkbox" || field.type === "radio";
  const answered = block => [...block.querySelectorAll("[name]")].some(field => isMark(field) ? field.checked : field.value.trim());
  function count() {
    const all = questions();
    const n = all.filter(answered).length;
    progress.textContent = n ? words.progress.replace("{n}", n).replace("{total}", all.length) : "";
  }

  // An answer given by mistake is no answer: Escape or the button takes back a radio that is chosen.
  function takeBack(radios) {
    for (const radio of radios) radio.checked = false;
    form.dispatchEvent(new Event("input"));
  }
  function offerToTakeBack(part) {
    for (const set of part.querySelectorAll("fieldset:has(input[type=radio]):not(:has(fieldset, table), table *)")) {
      const button = document.createElement("button");
      Object.assign(button, { type: "button", className: "take-back", textContent: words.take_back });
      button.addEventListener("click", () => {
        const radios = [...set.querySelectorAll("input[type=radio]")];
        takeBack(radios);
        radios[0].focus();
      });
      set.append(button);
    }
  }
  offerToTakeBack(form);
  form.addEventListener("added", ({ target }) => offerToTakeBack(target));
  form.addEventListener("keydown", ({ key, target }) => {
    if (key === "Escape" && target.type === "radio" && target.checked) takeBack([target]);
  });

  form.addEventListener("input", ({ target }) => {
    target === form ? sheet.fields.forEach(show) : show(target);
    count();
  });
  sheet.fields.forEach(show);
  count();
})();
