// Runs before the first paint, and so stands alone.
document.documentElement.classList.replace("no-js", "js");
try { document.documentElement.dataset.scheme = localStorage.getItem("scheme") || ""; } catch { /* storage is closed */ }
