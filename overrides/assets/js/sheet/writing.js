// Writing: room that grows with the words, answers that can be taken back, and how much has been answered.
(() => {
  const { form, fields, words } = sheet;
  const questions = [...form.querySelectorAll(".block")].filter(block => block.querySelector("[name]:not([data-worked])") && !block.querySelector(".block"));
  const progress = form.querySelector("[data-progress]");
  const show = growing(fields);

  const isMark = field => field.type === "checkbox" || field.type === "radio";
  const answered = block => [...block.querySelectorAll("[name]")].some(field => isMark(field) ? field.checked : field.value.trim());
  function count() {
    const n = questions.filter(answered).length;
    progress.textContent = n ? words.progress.replace("{n}", n).replace("{total}", questions.length) : "";
  }

  // An answer given by mistake is no answer: Escape or the button takes back a radio that is chosen.
  function takeBack(radios) {
    for (const radio of radios) radio.checked = false;
    form.dispatchEvent(new Event("input"));
  }
  for (const set of form.querySelectorAll("fieldset:has(input[type=radio]):not(:has(fieldset, table), table *)")) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "take-back", textContent: words.take_back });
    button.addEventListener("click", () => {
      const radios = [...set.querySelectorAll("input[type=radio]")];
      takeBack(radios);
      radios[0].focus();
    });
    set.append(button);
  }
  form.addEventListener("keydown", ({ key, target }) => {
    if (key === "Escape" && target.type === "radio" && target.checked) takeBack([target]);
  });

  form.addEventListener("input", ({ target }) => {
    target === form ? fields.forEach(show) : show(target);
    count();
  });
  fields.forEach(show);
  count();
})();
