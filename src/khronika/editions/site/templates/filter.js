// Narrows the list of people in the browser: by status, case, article, place and year of arrest.
//
// The page works without this file. It holds no words and asks nobody for anything: labels stand in
// the page, values in the data-* attributes of the rows, and what is chosen in the address after #.

(function () {
  "use strict";

  const panel = document.getElementById("narrow");
  if (!panel) return;

  const selects = Array.from(panel.querySelectorAll("select"));
  const rows = Array.from(document.querySelectorAll("li.person")).map(function (element) {
    const values = {};
    selects.forEach(function (select) {
      values[select.name] = (element.getAttribute("data-" + select.name) || "").split(" ");
    });
    return { element: element, values: values };
  });
  const options = selects.map(function (select) {
    return Array.from(select.options).map(function (option) {
      return { element: option, label: option.text };
    });
  });

  /** Whether the row fits every choice but the one left out. */
  function fits(row, leftOut) {
    return selects.every(function (select) {
      const wanted = select.value;
      return select === leftOut || !wanted || row.values[select.name].includes(wanted);
    });
  }

  function showRows() {
    const shown = rows.filter(function (row) {
      row.element.hidden = !fits(row, null);
      return !row.element.hidden;
    });
    document.querySelectorAll("section.letter").forEach(function (section) {
      const empty = !section.querySelector("li.person:not([hidden])");
      section.hidden = empty;
      const heading = section.getAttribute("aria-labelledby");
      const link = document.querySelector('.letters a[href="#' + heading + '"]');
      if (link) link.parentElement.hidden = empty;
    });
    return shown.length;
  }

  /** Behind every answer: how many it would leave, all other choices kept. */
  function countAnswers() {
    selects.forEach(function (select, place) {
      const open = rows.filter(function (row) { return fits(row, select); });
      options[place].forEach(function (option) {
        const value = option.element.value;
        const left = !value ? open.length : open.filter(function (row) {
          return row.values[select.name].includes(value);
        }).length;
        option.element.text = option.label + " (" + left + ")";
        option.element.disabled = Boolean(value) && left === 0 && select.value !== value;
      });
    });
  }

  function say(count) {
    const said = panel.getAttribute("data-shown");
    const text = said.replace("{count}", count).replace("{total}", rows.length);
    const place = document.getElementById("shown");
    if (place.textContent !== text) place.textContent = text;
    document.getElementById("nobody").hidden = count > 0;
  }

  function show() {
    say(showRows());
    countAnswers();
  }

  function remember() {
    const chosen = new URLSearchParams();
    selects.forEach(function (select) {
      if (select.value) chosen.set(select.name, select.value);
    });
    const state = chosen.toString();
    window.history.replaceState(null, "", "#" + state);
  }

  /** Takes the choices from the address; a link to a letter of the list is none. */
  function recall() {
    const state = window.location.hash.slice(1);
    if (state && !state.includes("=")) return;
    const chosen = new URLSearchParams(state);
    selects.forEach(function (select) {
      const wanted = chosen.get(select.name) || "";
      const known = Array.from(select.options).some(function (one) { return one.value === wanted; });
      select.value = known ? wanted : "";
    });
  }

  panel.addEventListener("change", function () {
    remember();
    show();
  });
  document.getElementById("everybody").addEventListener("click", function () {
    selects.forEach(function (select) { select.value = ""; });
    remember();
    show();
    selects[0].focus();
  });
  window.addEventListener("hashchange", function () {
    recall();
    show();
  });

  recall();
  panel.hidden = false;
  show();
})();
