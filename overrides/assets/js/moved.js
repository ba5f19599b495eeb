// The page has another address now. What stands behind “#” goes along: it is the version of the print in somebody's hand.
location.replace(document.querySelector("#moved-to").href + location.hash);
