// Writing: room that grows with the words, answers that can be taken back, and how much has been answered.
(() => {
  const { form, fields, words } = sheet;
  const questions = [...form.querySelectorAll(".block")].filter(block => block.querySelector("[name]") && !block.querySelector(".block"));
  const progress = form.querySelector("[data-progress]");
  const shadows = new Map();

  // The same words in a box behind the field give it its height in every browser, and are what is printed: unlike
  // a field, they may go on over the end of a page.
  for (const field of fields.filter(one => one.tagName === "TEXTAREA")) {
    const shadow = document.createElement("span");
    shadow.className = "typed";
    field.after(shadow);
    shadows.set(field, shadow);
  }
  const show = field => shadows.has(field) && (shadows.get(field).textContent = `${field.value} `);

  const answered = block => [...block.querySelectorAll("[name]")].some(field => shadows.has(field) ? field.value.trim() : field.checked);
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
