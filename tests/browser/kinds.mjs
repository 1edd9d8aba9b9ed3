// Which kinds of pages a site has, and which pages of each kind are looked at closely.
//
// Invariants:
//
// - A page whose path no row below knows is a failure: a new kind is never left unseen.
// - Every kind is looked at in every language, and all mark-up of a kind in one language at least.

const NAME = "[a-z0-9][a-z0-9._-]*";
const KINDS = [
  ["root", "index.html"],
  ["missing", "404.html"],
  ...["index", "people", "cases", "find", "sources", "method", "statistics", "figures", "calendar"]
    .concat(["changes", "help", "glossary", "languages", "correction", "by/index"])
    .map((name) => [name, `[a-z]{2}/${name}.html`]),
  ["person", `[a-z]{2}/people/${NAME}.html`],
  ["case", `[a-z]{2}/cases/${NAME}.html`],
  ["facility", `[a-z]{2}/facilities/${NAME}.html`],
  ["press-person", `[a-z]{2}/press/${NAME}.html`],
  ["press-case", `[a-z]{2}/press/cases/${NAME}.html`],
  ...["status", "case", "article", "place", "arrested", "verdict"].map((facet) => [
    `by/${facet}`,
    `[a-z]{2}/by/${facet}/${NAME}.html`,
  ]),
].map(([name, path]) => [name, new RegExp(`^${path}$`)]);

const LANGUAGES = ["de", "en", "fr", "ru"];
const WITHOUT_LANGUAGE = ["root", "missing"];
const MOVED = "moved"; // stands where a person's page stood, and leads to another

/** The kind of the page at this path; empty where no kind is known. */
export function kindOf(path, { leads }) {
  const known = KINDS.find(([, pattern]) => pattern.test(path));
  if (!known) return "";
  return leads ? MOVED : known[0];
}

/** The pages to look at closely: the richest of each kind in each language, then what these lack. */
export function chosen(pages) {
  return [...grouped(pages, (page) => page.kind).values()].flatMap((kind) => {
    const first = [...grouped(kind, language).values()].map((group) => richest(group, everything));
    return [...first, ...lacking(kind, first)];
  });
}

/** The richest pages of each kind in each language of each site, no more than `each`. */
export function fewOfEach(pages, each) {
  const groups = grouped(pages, (page) => `${page.site.name} ${page.kind} ${language(page)}`);
  const byMarkup = (one, other) => other.markup.length - one.markup.length;
  return [...groups.values()].flatMap((group) => group.toSorted(byMarkup).slice(0, each));
}

/** A finding for every kind that is missing in a language. */
export function missingKinds(pages) {
  const there = new Set(pages.map((page) => `${page.kind} ${language(page)}`));
  const wanted = [...KINDS.map(([name]) => name), MOVED].flatMap((kind) =>
    (WITHOUT_LANGUAGE.includes(kind) ? [""] : LANGUAGES).map((code) => `${kind} ${code}`),
  );
  return wanted
    .filter((one) => !there.has(one))
    .map((place) => ({ code: "kind-missing", place, words: "no page of this kind was built" }));
}

function lacking(pages, taken) {
  const unseen = new Set(pages.flatMap(everything));
  const more = [];
  taken.flatMap(everything).forEach((one) => unseen.delete(one));
  while (unseen.size > 0) {
    more.push(richest(pages, (page) => page.markup.filter((one) => unseen.has(one))));
    more.at(-1).markup.forEach((one) => unseen.delete(one));
  }
  return more;
}

function richest(pages, shown) {
  return pages.reduce((one, other) => (shown(other).length > shown(one).length ? other : one));
}

function everything(page) {
  return page.markup;
}

function language(page) {
  return page.path.includes("/") ? page.path.split("/")[0] : "";
}

function grouped(pages, name) {
  const groups = new Map();
  for (const page of pages) groups.set(name(page), [...(groups.get(name(page)) ?? []), page]);
  return groups;
}
