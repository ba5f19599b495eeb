// The same words in a box behind a field give it its height in every browser, and are what is printed: unlike a field,
// they may go on over the end of a page. Returns what brings the box of a field up to date.
function growing() {
  const shadows = new Map();
  function shadowOf(field) {
    if (!shadows.has(field)) {
      const shadow = document.createElement("span");
      shadow.className = "typed";
      field.after(shadow);
      shadows.set(field, shadow);
    }
    return shadows.get(field);
  }
  return field => field.name && field.tagName === "TEXTAREA" && (shadowOf(field).textContent = `${field.value} `);
}
