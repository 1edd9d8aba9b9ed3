// What the reader of documents does beyond reading and sending forms: keys, focus, marking by hand.
// Everything here presses a link or a button that is on the page; without it they are pressed by hand.
"use strict";
(() => {
  const OFF = "keys-off";
  const isWide = matchMedia("(min-width: 62rem)"); // as in desk.css: text and answers side by side
  const root = () => document.getElementById("reader") || document;

  // The key by its letter where that is Latin, else by its place: on a Russian keyboard "j" is "о".
  function nameOf(event) {
    if (event.key.length > 1 || /^[a-z?]$/i.test(event.key)) return event.key.length > 1 ? event.key : event.key.toLowerCase();
    const place = /^Key([A-Z])$/.exec(event.code);
    return place ? place[1].toLowerCase() : event.key;
  }

  function isTyping(target) {
    if (target.isContentEditable || /^(textarea|select)$/i.test(target.tagName)) return true;
    return /^input$/i.test(target.tagName) && !/^(checkbox|radio|button|submit)$/i.test(target.type);
  }

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const key = nameOf(event);
    if (isTyping(event.target) || (key.startsWith("Arrow") && event.target.type === "radio")) return;
    if (key !== "Escape" && localStorage.getItem(OFF)) return;
    const pressed = root().querySelector(`[data-key~="${CSS.escape(key)}"]`) || document.querySelector(`[data-key~="${CSS.escape(key)}"]`);
    if (!pressed) return;
    event.preventDefault();
    if (key === "?") pressed.closest("details").scrollIntoView({ block: "nearest" });
    pressed.click();
  });

  // After a page came in, on to what it is about, and say what was done.
  function arrive() {
    const told = [...root().querySelectorAll("[data-told]")].map((one) => one.textContent).join(" ");
    const announced = document.getElementById("announced");
    if (announced) announced.textContent = told;
    const begin = document.querySelector("[data-focus]");
    if (begin) {
      begin.focus({ preventScroll: true });
      const mark = isWide.matches && root().querySelector("mark.current");
      if (mark) mark.scrollIntoView({ block: "center" });
      else if (location.hash) begin.closest(".sheet, .narrow")?.scrollIntoView({ block: "start" });
    }
    root().querySelector(".picture rect.current")?.scrollIntoView({ block: "nearest" });
    const choice = document.getElementById("keys-on");
    if (choice) {
      choice.closest("label").hidden = false;
      choice.checked = !localStorage.getItem(OFF);
    }
  }

  document.addEventListener("change", (event) => {
    if (event.target.id !== "keys-on") return;
    if (event.target.checked) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "1");
  });

  document.addEventListener("htmx:afterSettle", arrive);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", arrive);
  else arrive();

  // Words that are selected with mouse or finger: a bar offers to say what they say.
  const LONGEST = 2000;

  function selectedIn(words) {
    const chosen = getSelection();
    if (!words || chosen.rangeCount === 0 || chosen.isCollapsed) return null;
    const range = chosen.getRangeAt(0);
    if (!words.contains(range.startContainer) || !words.contains(range.endContainer)) return null;
    const text = without(range.cloneContents());
    const before = document.createRange();
    before.setStart(words, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const said = text.trim();
    return said && said.length <= LONGEST ? { words: said, near: without(before.cloneContents()).length } : null;
  }

  function without(piece) {
    piece.querySelectorAll(".pin").forEach((one) => one.remove());
    return piece.textContent;
  }

  let bar = null;
  document.addEventListener("selectionchange", () => {
    const words = document.getElementById("page-words");
    const chosen = selectedIn(words);
    if (!chosen) {
      if (bar) bar.hidden = true;
      return;
    }
    const offered = document.querySelector('[data-key="m"]');
    if (!offered) return;
    if (!bar || !bar.isConnected) {
      bar = document.createElement("p");
      bar.className = "mark-bar";
      bar.append(document.createElement("a"));
      bar.firstChild.className = "button main";
      document.body.append(bar);
    }
    bar.hidden = false;
    bar.firstChild.textContent = offered.textContent;
    bar.firstChild.href = `${words.dataset.mark}?${new URLSearchParams({ words: chosen.words, near: String(chosen.near) })}`;
    offered.href = bar.firstChild.href;
  });
})();
