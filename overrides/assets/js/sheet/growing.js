// The same words in a box behind a field give it its height in every browser, and are what is printed: unlike a field,
// they may go on over the end of a page. Returns what brings the box of a field up to date.
function growing(fields) {
  const shadows = new Map();
  for (const field of fields.filter(one => one.tagName === "TEXTAREA")) {
    const shadow = document.createElement("span");
    shadow.className = "typed";
    field.after(shadow);
    shadows.set(field, shadow);
  }
  return field => shadows.has(field) && (shadows.get(field).textContent = `${field.value} `);
}
