// Round drawings that live: a wheel fills from its hub as numbers are chosen, of a target one field is marked, and a press on
// one of them chooses; a second press takes it back. The fields below stay the way for keyboards and screen readers.
(() => {
  const { form } = sheet;
  const SVG = "http://www.w3.org/2000/svg";
  const TOP = -Math.PI / 2;

  // A part of a sector: from one angle to the next, and from one reach to another.
  function cell([cx, cy], [from, to], [inner, outer]) {
    const at = (turn, reach) => `${cx + reach * Math.cos(turn)} ${cy + reach * Math.sin(turn)}`;
    const wide = to - from > Math.PI ? 1 : 0;
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("class", "drawn__cell");
    path.setAttribute("d", `M${at(from, inner)}L${at(from, outer)}A${outer} ${outer} 0 ${wide} 1 ${at(to, outer)}L${at(to, inner)}A${inner} ${inner} 0 ${wide} 0 ${at(from, inner)}Z`);
    return path;
  }

  function choose(radio) {
    radio.checked = !radio.checked;
    radio.dispatchEvent(new Event("input", { bubbles: true }));
  }

  // The middle of the drawing, its rim, and its hub where it has one.
  function shape(picture) {
    const circles = [...picture.querySelectorAll("circle.accent")].map(one => ["cx", "cy", "r"].map(name => Number(one.getAttribute(name))));
    const [cx, cy, rim] = circles.reduce((one, other) => (other[2] > one[2] ? other : one));
    return { middle: [cx, cy], rim, hub: circles.length > 1 ? Math.min(...circles.map(one => one[2])) : 0 };
  }

  // Lays the parts under the lines of a drawing, and returns what shows which of them are chosen.
  function round(picture, questions, fills) {
    const { middle, rim, hub } = shape(picture);
    const parts = questions.flatMap((radios, n) => radios.map((radio, k) => {
      const step = (rim - hub) / radios.length;
      const ring = fills ? k : radios.length - 1 - k; // the rings of a target are named from the outside in
      const turns = [n, n + 1].map(at => TOP + at * 2 * Math.PI / questions.length);
      const path = cell(middle, turns, [hub + ring * step, hub + (ring + 1) * step]);
      path.addEventListener("click", () => choose(radio));
      const isOn = () => (fills ? radios.findIndex(one => one.checked) >= k : radio.checked);
      return { path, isOn };
    }));
    picture.prepend(...parts.map(part => part.path));
    picture.classList.add("drawn__live");
    return () => parts.forEach(({ path, isOn }) => path.classList.toggle("drawn__cell--on", isOn()));
  }

  const rounds = [...form.querySelectorAll(".wheel-block, .rings-block:has(.scale__when)")].flatMap(block => {
    const questions = [...block.querySelectorAll(".scale__when")].map(set => [...set.querySelectorAll("input[type=radio]")]);
    return [...block.querySelectorAll(".drawn__picture")].map(picture => round(picture, questions, block.matches(".wheel-block")));
  });
  form.addEventListener("input", () => rounds.forEach(show => show()));
})();
