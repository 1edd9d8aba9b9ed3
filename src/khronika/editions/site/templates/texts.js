// Searches whole texts with the index that Pagefind made, from this site alone and over http alone.
//
// It holds no words: those are the page's. What is found is put in as text, never as mark-up.

(function () {
  "use strict";

  const MOST_ROWS = 20;
  const panel = document.getElementById("texts");
  const input = document.getElementById("wanted");
  const counted = document.getElementById("counted");
  const nothing = document.getElementById("nothing");
  const found = document.getElementById("found");
  let pagefind = null;
  let asked = 0;

  if (location.protocol === "file:") {
    return; // a browser fetches nothing there, and the page says so
  }
  import(new URL(panel.dataset.index, location.href).href).then(function (loaded) {
    pagefind = loaded;
    document.getElementById("served").hidden = true;
    panel.hidden = false;
    input.addEventListener("input", search);
    input.focus();
  });

  async function search() {
    const mine = ++asked;
    const said = await pagefind.debouncedSearch(input.value.trim());
    if (!said || mine !== asked) {
      return; // somebody went on typing
    }
    const rows = await Promise.all(said.results.slice(0, MOST_ROWS).map(function (one) {
      return one.data();
    }));
    if (mine === asked) {
      show(rows, said.results.length);
    }
  }

  function show(rows, count) {
    const empty = input.value.trim() === "";
    nothing.hidden = empty || count > 0;
    counted.textContent = empty ? "" : panel.dataset.found.replace("{count}", count);
    if (count > MOST_ROWS) {
      counted.textContent += ". " + panel.dataset.more;
    }
    found.replaceChildren(...rows.map(row));
  }

  function row(one) {
    const item = document.createElement("li");
    const way = document.createElement("a");
    const words = document.createElement("p");
    way.href = panel.dataset.root + one.raw_url.replace(/^\//, "");
    way.textContent = one.meta.title;
    words.textContent = one.plain_excerpt;
    item.append(way, words);
    return item;
  }
})();
