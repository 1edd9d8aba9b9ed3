// Which kinds of pages a site has, and which page of each kind is looked at closely.
//
// Invariants:
//
// - A page whose path no row below knows is a failure: a new kind is never left unseen.
// - Of every kind in every language enough pages are chosen to show every mark-up that kind uses.

const KINDS = [
  ["root", /^index\.html$/],
  ["home", /^[a-z]{2}\/index\.html$/],
  ["people", /^[a-z]{2}\/people\.html$/],
  ["cases", /^[a-z]{2}\/cases\.html$/],
  ["sources", /^[a-z]{2}\/sources\.html$/],
  ["method", /^[a-z]{2}\/method\.html$/],
  ["person", /^[a-z]{2}\/people\/[a-z0-9-]+\.html$/],
  ["case", /^[a-z]{2}\/cases\/[a-z0-9-]+\.html$/],
];

export const LANGUAGES = ["de", "en", "fr", "ru"];
export const EVERY_KIND = [...KINDS.map(([name]) => name), "moved"];

/** The kind of the page at this path; empty where no kind is known. */
export function kindOf(path, { moved = false } = {}) {
  const known = KINDS.find(([, pattern]) => pattern.test(path));
  if (!known) return "";
  return moved ? "moved" : known[0];
}

/** The folder of its language; empty for the page that offers the languages. */
export function languageOf(path) {
  return path.includes("/") ? path.split("/")[0] : "";
}

/** The pages to look at closely: of each kind and language the fewest that show all its mark-up. */
export function chosen(pages) {
  const groups = Map.groupBy ? Map.groupBy(pages, group) : grouped(pages);
  return [...groups.values()].flatMap(covering);
}

/** A sentence for every kind that is missing in a language. */
export function missingKinds(pages) {
  const there = new Set(pages.map(group));
  return EVERY_KIND.flatMap((kind) =>
    (kind === "root" ? [""] : LANGUAGES)
      .filter((language) => !there.has(`${kind} ${language}`))
      .map((language) => ({
        code: "kind-missing",
        place: `${kind} ${language}`.trim(),
        words: "no page of this kind was built",
      })),
  );
}

function group(page) {
  return `${page.kind} ${languageOf(page.path)}`;
}

function grouped(pages) {
  const groups = new Map();
  for (const page of pages) groups.set(group(page), [...(groups.get(group(page)) ?? []), page]);
  return groups;
}

function covering(pages) {
  const unseen = new Set(pages.flatMap((page) => page.markup));
  const taken = [];
  const gain = (page) => page.markup.filter((one) => unseen.has(one)).length;
  do {
    const best = pages.reduce((one, other) => (gain(other) > gain(one) ? other : one));
    taken.push(best);
    best.markup.forEach((one) => unseen.delete(one));
  } while (unseen.size > 0);
  return taken;
}
