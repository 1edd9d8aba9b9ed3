// The two looks: a short one at every page, a close one at the pages that were chosen.
//
// Invariants:
//
// - The close look sees a page in every way there is: from a folder and from a server, with
//   JavaScript and without, on a phone and at a desk, in light and in dark.
// - In all these ways a page says the same and is equally long at the same width.

import { accessibility, anatomy, overflow, sight } from "./inspect.mjs";
import { kindOf } from "./kinds.mjs";
import { origins, Screen } from "./view.mjs";

const THEMES = ["light", "dark"];

/** The four screens: phone and desk, with JavaScript and without. */
export function screens(browser) {
  const ways = [true, false].flatMap((phone) => [true, false].map((scripts) => ({ phone, scripts })));
  return Promise.all(ways.map((way) => Screen.open(browser, way)));
}

/** Opens the page once, on a phone, from its folder: what it is made of, and what is wrong. */
export async function glance(screen, site, path) {
  await screen.open(origins(site)[0], path, { hold: true });
  const made = await anatomy(screen.page);
  const kind = kindOf(path, { moved: made.leads !== "" });
  const unknown = kind ? [] : [{ code: "kind-unknown", words: "no row of kinds.mjs knows this path" }];
  const wide = await atEveryWidth(screen, overflow);
  const findings = [...unknown, ...wide.flat(), ...screen.takeTroubles()];
  return { site, path, kind, ...made, findings: placed(findings, path) };
}

/** Looks at the page in every way; `undecided` is what axe-core left to a person's judgement. */
export async function closeLook(fourScreens, { site, path, leads }) {
  const findings = [];
  const seen = new Map();
  for (const origin of origins(site)) {
    for (const screen of fourScreens) {
      const way = `${path} (${wayOf(origin, screen)})`;
      await screen.open(origin, path, { hold: true });
      findings.push(...placed(await inEveryTheme(screen), way));
      findings.push(...placed(await compared(screen, seen), way));
      findings.push(...placed(screen.takeTroubles(), way));
      if (leads) findings.push(...placed(await led(screen, origin, path, leads), way));
    }
  }
  return findings;
}

/** Keeps a picture of the page at the width the screen has. */
export async function picture(screen, site, path, { theme, file }) {
  await screen.open(origins(site)[0], path, { hold: true });
  await screen.page.emulateMedia({ colorScheme: theme });
  await screen.page.screenshot({ path: file, fullPage: true });
}

async function inEveryTheme(screen) {
  if (!screen.scripts) return [];
  const findings = [];
  for (const theme of THEMES) {
    await screen.page.emulateMedia({ colorScheme: theme });
    const found = await accessibility(screen.page);
    findings.push(...found.map((one) => ({ ...one, words: `${theme}: ${one.words}` })));
  }
  return findings;
}

async function compared(screen, seen) {
  const looks = await atEveryWidth(screen, async (page, width) => {
    const now = await sight(page);
    const before = seen.get(width) ?? now;
    seen.set(width, before);
    return [...(await overflow(page, width)), ...unlike(before, now)];
  });
  return looks.flat();
}

function unlike(before, now) {
  if (before.text !== now.text) return [{ code: "text-differs", words: "other words than elsewhere" }];
  if (before.height === now.height) return [];
  return [{ code: "look-differs", words: `${now.height} pixels long, elsewhere ${before.height}` }];
}

async function led(screen, origin, path, leads) {
  const wanted = new URL(leads, new URL(path, origin)).href;
  await screen.open(origin, path);
  const arrived = await screen.page.waitForURL(wanted, { timeout: 5000 }).then(
    () => true,
    () => false,
  );
  return arrived ? screen.takeTroubles() : [{ code: "leads-nowhere", words: `not to ${leads}` }];
}

async function atEveryWidth(screen, look) {
  const looks = [];
  for (const width of screen.widths) {
    await screen.page.setViewportSize({ width, height: screen.page.viewportSize().height });
    looks.push(await look(screen.page, width));
  }
  await screen.page.setViewportSize({
    width: screen.widths[0],
    height: screen.page.viewportSize().height,
  });
  return looks;
}

function placed(findings, place) {
  return findings.map((one) => ({ ...one, place }));
}

function wayOf(origin, { phone, scripts }) {
  const parts = [origin.split(":")[0], phone ? "phone" : "desk", scripts ? "scripts" : "no scripts"];
  return parts.join(", ");
}
