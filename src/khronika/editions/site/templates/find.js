// Finds names, articles and places while somebody types, from a folder as well as from a server.
//
// The page works without this file. It holds no words: what is found stands in blocks beside the
// page, in the order of keys; the first key of each tells which to open. The rules for keys come
// with the index, and are the program's own (identity/search_key.py says how they are applied).

(function () {
  "use strict";

  const MOST_BLOCKS = 2; // opened for one thing typed
  const MOST_ROWS = 30;
  const MOST_KEYS = 4; // looked at when choosing what to open
  const MOST_WAYS = 3; // gone one after another where the first finds nothing
  const panel = document.getElementById("find");
  const input = document.getElementById("wanted");
  const texts = document.getElementById("to-texts"); // leads to what only a server can hand out
  if (texts && location.protocol !== "file:") {
    texts.hidden = false;
  }
  const opened = new Map(); // number of a block: its rows, or those who wait for them
  let index = null;
  let asked = 0;

  window.khronikaIndex = function (said) {
    const rules = said.rules;
    let before = ""; // each key begins with so many letters of the one before it
    index = {
      keys: said.keys.split("\n").map(function (line) {
        before = before.slice(0, parseInt(line[0], 36)) + line.slice(1);
        return before;
      }),
      number: new RegExp(said.number, "g"),
      silent: new RegExp(rules.silent, "g"),
      word: new RegExp(rules.word, "g"),
      letters: rules.letters,
      steps: rules.steps.map(function (step) { return [new RegExp(step[0], "g"), step[1]]; }),
    };
    panel.hidden = false;
    recall();
  };

  window.khronikaBlock = function (number, rows) {
    const waiting = opened.get(number);
    opened.set(number, rows);
    waiting.forEach(function (tell) { tell(rows); });
  };

  /** The keys of the words and the numbers of a text. */
  function keysOf(text) {
    const small = text.toLowerCase().normalize("NFC").replace(index.silent, "");
    const letters = Array.from(small, function (one) {
      return one in index.letters ? index.letters[one] : one;
    }).join("");
    const latin = letters.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
    const words = (latin.match(index.word) || []).map(function (word) {
      return index.steps.reduce(function (left, step) { return left.replace(step[0], step[1]); }, word);
    });
    return words.concat(text.match(index.number) || []);
  }

  /** The first and the last block that may hold keys beginning so. */
  function blocksOf(beginning) {
    let first = index.keys.findIndex(function (key) { return key >= beginning; });
    if (first < 0) first = index.keys.length;
    let last = first;
    while (last < index.keys.length && index.keys[last].startsWith(beginning)) last += 1;
    return [Math.max(0, first - 1), Math.max(0, last - 1)];
  }

  function open(number, tell) {
    const there = opened.get(number);
    if (!there) {
      opened.set(number, [tell]);
      const script = document.createElement("script");
      script.src = "find/" + number + ".js";
      document.head.appendChild(script);
    } else if (typeof there[0] === "function") {
      there.push(tell);
    } else {
      tell(there);
    }
  }

  /** The rows whose keys begin so, from a few blocks; and whether there may be more. */
  function look(beginning, tell) {
    const [first, last] = blocksOf(beginning);
    const numbers = [];
    for (let one = first; one <= last && numbers.length < MOST_BLOCKS; one += 1) numbers.push(one);
    const found = new Map();
    let left = numbers.length;
    numbers.forEach(function (number) {
      open(number, function (rows) {
        found.set(number, rows.filter(function (row) { return row[0].startsWith(beginning); }));
        left -= 1;
        if (left === 0) {
          tell(numbers.flatMap(function (one) { return found.get(one); }), last - first >= MOST_BLOCKS);
        }
      });
    });
  }

  /** Whether every key begins a word of the name. */
  function fits(row, keys) {
    const words = keysOf(row[1]).concat(row[0].split(" "));
    return keys.every(function (key) {
      return words.some(function (word) { return word.startsWith(key); });
    });
  }

  /** What to look for, the way that opens the fewest blocks first: two of the keys, or one. */
  function ways(keys) {
    const few = keys.slice(0, MOST_KEYS);
    const pairs = few.flatMap(function (one) {
      return few.filter(function (other) { return other !== one; }).map(function (other) {
        return one + " " + other;
      });
    });
    const typed = keys.slice(0, 2).join(" ");
    return [typed].concat(pairs, few).map(function (beginning, place) {
      const [first, last] = blocksOf(beginning);
      return { beginning: beginning, blocks: last - first, place: place };
    }).sort(function (one, other) { return one.blocks - other.blocks || one.place - other.place; });
  }

  function find() {
    asked += 1;
    const keys = keysOf(input.value);
    if (keys.length) follow(ways(keys).slice(0, MOST_WAYS), keys, asked);
    else show([], false, true);
  }

  /** Goes one way after the other until something is found. */
  function follow(left, keys, mine) {
    look(left[0].beginning, function (rows, more) {
      if (mine !== asked) return;
      const fitting = rows.filter(function (row) { return keys.length === 1 || fits(row, keys); });
      if (!fitting.length && left.length > 1) follow(left.slice(1), keys, mine);
      else show(fitting, more, false);
    });
  }

  function show(rows, more, empty) {
    const pages = new Map();
    rows.forEach(function (row) { if (!pages.has(row[2])) pages.set(row[2], row); });
    const list = document.getElementById("found");
    list.replaceChildren.apply(list, Array.from(pages.values()).slice(0, MOST_ROWS).map(line));
    const most = more || pages.size > MOST_ROWS;
    const counted = panel.getAttribute("data-found").replace("{count}", Math.min(pages.size, MOST_ROWS));
    document.getElementById("counted").textContent =
      empty || !pages.size ? "" : counted + (most ? " " + panel.getAttribute("data-more") : "");
    document.getElementById("nothing").hidden = empty || pages.size > 0;
  }

  function line(row) {
    const item = document.createElement("li");
    item.className = "person";
    const link = document.createElement("a");
    link.className = "person-name";
    link.href = row[2];
    link.textContent = row[1];
    const kind = document.createElement("span");
    kind.className = "person-status";
    kind.textContent = row[3];
    item.append(link, kind);
    return item;
  }

  /** Takes what is wanted from the address, so that a find can be linked and gone back to. */
  function recall() {
    input.value = new URLSearchParams(window.location.hash.slice(1)).get("q") || "";
    find();
  }

  input.addEventListener("input", function () {
    const state = new URLSearchParams({ q: input.value }).toString();
    window.history.replaceState(null, "", input.value ? "#" + state : "#");
    find();
  });
  window.addEventListener("hashchange", recall);
})();
