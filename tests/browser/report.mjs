// Says what was found, each thing once, with where it was seen first and how often.

const PLACES = 3;
// axe-core cannot see every background, and says so; what it can see has to be right.
const LEFT_TO_JUDGEMENT = new Set(["axe-undecided:color-contrast"]);

/** Prints the findings and the summary line; whether there is nothing to mend. */
export function report({ read, pages, close, findings }) {
  const undecided = findings.filter((one) => LEFT_TO_JUDGEMENT.has(one.code));
  const wrong = findings.filter((one) => !LEFT_TO_JUDGEMENT.has(one.code));
  gathered(wrong).forEach(print);
  const result = wrong.length ? `${wrong.length} findings` : "nothing to mend";
  console.log(
    `browser: ${read} pages read, ${pages} opened, ${close} looked at in every way, ` +
      `${undecided.length} places left to judgement, ${result}.`,
  );
  return wrong.length === 0;
}

function gathered(findings) {
  const kinds = new Map();
  for (const one of findings) {
    const name = `${one.code}  ${one.words}`.replaceAll(/-\d+(?=["\]])|(?<=child\()\d+/g, "…");
    kinds.set(name, [...(kinds.get(name) ?? []), one.place]);
  }
  return [...kinds].sort(([one], [other]) => (one < other ? -1 : 1));
}

function print([name, places]) {
  const more = places.length > PLACES ? [`and ${places.length - PLACES} more`] : [];
  console.log([name, ...places.slice(0, PLACES), ...more].join("\n    "));
}
