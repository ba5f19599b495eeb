// Marks on the body: a press on it, or a choice from the list of places, says where something is noticed. The answer holds
// the places by their names, so that whoever types one sees the mark as well.
(() => {
  const { form, words } = sheet;
  const SVG = "http://www.w3.org/2000/svg";
  const NEAR = 12; // millimeters of the drawing
  const drawn = (tag, className, numbers) => {
    const element = document.createElementNS(SVG, tag);
    element.setAttribute("class", className);
    for (const [name, value] of Object.entries(numbers)) element.setAttribute(name, value);
    return element;
  };
  const made = (tag, ...parts) => {
    const element = document.createElement(tag);
    element.append(...parts);
    return element;
  };

  // The names in an answer, the longest first, so that a shoulder blade is no shoulder.
  const literal = name => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const word = names => new RegExp(`(?<![\\p{L}\\p{M}])(?:${names.map(literal).join("|")})(?![\\p{L}\\p{M}])`, "giu");

  function follow(block) {
    const places = JSON.parse(block.dataset.places);
    const names = places.map(place => place.name).sort((one, other) => other.length - one.length);
    const fields = [...block.querySelectorAll(".drawn__answers textarea")];
    const signs = fields.map(field => field.closest(".scale__when, label").querySelector(".drawn__sign"));
    const heads = fields.map(field => field.closest(".scale__when")?.querySelector("legend") ?? field.closest("label").querySelector("span"));
    const titles = heads.map(head => head.textContent.trim());
    heads.forEach((head, n) => signs[n] || head.prepend(`${n + 1}. `)); // as its mark is called in the drawing
    const placesIn = field => new Set((field.value.match(word(names)) ?? []).map(name => name.toLowerCase()));
    const has = (field, name) => placesIn(field).has(name.toLowerCase());

    function toggle(field, name) {
      const parts = field.value.split(/\s*,\s*/).filter(Boolean);
      const left = parts.filter(part => part.toLowerCase() !== name.toLowerCase());
      if (!has(field, name)) field.value = [...parts, name].join(", ");
      else field.value = left.length < parts.length ? left.join(", ") : field.value.replace(word([name]), "").trim();
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }

    const list = made("select", ...["", ...places.map(place => place.name)].map(name => new Option(name, name)));
    const boxes = fields.map((field, n) => {
      const box = Object.assign(made("input"), { type: "checkbox" });
      box.addEventListener("change", () => toggle(field, list.value));
      const label = made("label", box, made("span", titles[n]));
      label.className = "tick";
      return label;
    });
    const here = made("div", ...boxes);
    const ways = made("div", made("label", words.place_on_body, " ", list), here);
    ways.className = "body__ways";
    ways.toggleAttribute("data-js", true);
    block.querySelector(".drawn__picture--large").after(ways);

    function show() {
      here.hidden = !list.value;
      boxes.forEach((label, n) => { label.firstChild.checked = Boolean(list.value) && has(fields[n], list.value); });
      for (const layer of block.querySelectorAll(".drawn__marks")) layer.replaceChildren(...places.flatMap(marksAt));
      for (const spot of block.querySelectorAll(".drawn__spot")) spot.classList.toggle("drawn__spot--chosen", spot.dataset.place === list.value);
    }

    // The signs of all that is noticed at a place, side by side.
    function marksAt({ name, x, y }) {
      const found = fields.flatMap((field, n) => (has(field, name) ? [n] : []));
      return found.map((n, at) => {
        const mark = drawn("svg", "drawn__mark", { x: x - 4 + (at - (found.length - 1) / 2) * 7, y: y - 4, width: 8, height: 8, viewBox: "0 0 8 8" });
        mark.append(drawn("circle", "ground", { cx: 4, cy: 4, r: 4 }));
        if (signs[n]) mark.append(...[...signs[n].childNodes].map(part => part.cloneNode(true)));
        else mark.append(Object.assign(drawn("text", "drawn__number-mark", { x: 4, y: 5.6 }), { textContent: n + 1 }));
        return mark;
      });
    }

    function choose(name) {
      list.value = name;
      show();
      if (boxes.length === 1) boxes[0].firstChild.click();
      else boxes[0].firstChild.focus();
    }

    // A finger is wider than a place on a phone: the nearest one is meant.
    function press(picture, { clientX, clientY }) {
      const at = new DOMPoint(clientX, clientY).matrixTransform(picture.getScreenCTM().inverse());
      const far = place => Math.hypot(place.x - at.x, place.y - at.y);
      const nearest = places.reduce((one, other) => (far(other) < far(one) ? other : one));
      if (far(nearest) < NEAR) choose(nearest.name);
    }

    for (const picture of block.querySelectorAll(".drawn__picture:not(.drawn__sign)")) {
      const spots = places.map(place => drawn("circle", "drawn__spot", { cx: place.x, cy: place.y, r: 4.4, "data-place": place.name }));
      picture.append(drawn("g", "drawn__marks", {}), ...spots);
      picture.addEventListener("click", event => press(picture, event));
    }
    list.addEventListener("change", show);
    form.addEventListener("input", show);
    show();
  }

  form.querySelectorAll(".body-block").forEach(follow);
})();
