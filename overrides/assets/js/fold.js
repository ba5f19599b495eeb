// What would fill the first screen of a phone is folded there, and open where there is room.
const roomy = matchMedia("(min-width: 60em)").matches;
for (const fold of document.querySelectorAll("[data-fold]")) fold.open = roomy;
