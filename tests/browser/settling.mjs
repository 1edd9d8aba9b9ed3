// An hour of an editor with a fuller archive: a dispute settled, two events and two people made one
// and taken apart again, a history read, a photo masked, a text saved. Each page is looked at.

import { fileURLToPath } from "node:url";
import { begin } from "./evening.mjs";

const DRAWING = fileURLToPath(
  new URL("../../casebooks/example/media/drawing-ladogin.png", import.meta.url),
);
const ONE = "/people/kamaldinov-aydar";
const ANTON = "/people/ladogin-anton";
const TWICE = "/people/ovsyanetsky-miron";

/** Begins with the example, whose people are invented, and works through all of it. */
export async function settling(looker, words) {
  await begin(looker, words, words.example);
  await settle(looker, words);
  await readHistory(looker, words);
  await regroup(looker, words);
  await joinAndPart(looker, words);
  await maskPhoto(looker, words);
  await writeText(looker, words);
  await looker.go("/waiting");
  await looker.look("to-check");
}

async function settle(looker, words) {
  await looker.go(ONE);
  await looker.look("person-disputed");
  await looker.page.locator("input[name=claim]").first().check();
  await looker.type(words.whyFollow, words.reason);
  await looker.touch(words.follow, { exact: false });
  await looker.sees(words.settled);
  await looker.look("person-settled");
}

async function readHistory(looker, words) {
  await looker.page.locator("[aria-labelledby=past]").getByRole("link", { name: words.history }).click();
  await looker.page.waitForLoadState("load");
  await looker.sees(words.reason);
  await looker.look("history");
  await looker.go(ONE);
  await looker.page.locator(".timeline .behind a").last().click();
  await looker.page.waitForLoadState("load");
  await looker.look("entry");
  await looker.touch(words.change, { exact: false, role: "link" });
  await looker.look("statement");
  await looker.touch(words.correct);
  await looker.look("correct");
  await looker.go(`${ONE}?known=2026-11-01`);
  await looker.sees(words.asKnown);
  await looker.look("person-then");
}

async function regroup(looker, words) {
  await looker.go(TWICE);
  await looker.page.locator(".timeline .behind a").first().click();
  await looker.page.waitForLoadState("load");
  await looker.page.locator("input[name=other]").first().check();
  await looker.touch(words.seeChanges, { exact: false });
  await looker.look("one-event");
  await looker.type(words.why, words.reason);
  await looker.touch(words.oneEvent);
  await looker.sees(words.canBeTakenBack);
  await looker.page.locator(".timeline .behind a").first().click();
  await looker.page.waitForLoadState("load");
  await looker.type(words.whyNoMore, words.reason);
  await looker.touch(words.takeBack, { exact: false });
  await looker.sees(words.takenBack);
}

async function joinAndPart(looker, words) {
  await looker.go(ANTON);
  await looker.touch(words.lookFor);
  await looker.look("pair-with");
  await looker.page.locator("#q").fill("Ladogin");
  await looker.touch(words.find);
  await looker.touch(words.lookAtBoth, { exact: false });
  await looker.look("pair");
  await looker.type(words.why, words.reason);
  await looker.touch(words.samePerson);
  await looker.sees(words.joined);
  await looker.type(words.whyTwo, words.reason);
  await looker.touch(words.apart);
  await looker.sees(words.parted);
}

async function maskPhoto(looker, words) {
  await looker.go(`${ANTON}/photos`);
  await looker.page.locator("#picture").setInputFiles(DRAWING);
  await looker.type(words.whosePhoto, words.neighbour);
  await looker.type(words.terms, "CC BY 4.0");
  await looker.choose(words.notAsked);
  await looker.type(words.words, words.neighbourTold);
  await looker.choose(words.published);
  await looker.look("photo-new");
  await looker.touch(words.save);
  await looker.touch(words.mask, { exact: false });
  await draw(looker.page);
  await looker.look("mask");
  await looker.choose(words.covered);
  await looker.touch(words.keepSo);
  await looker.sees(words.masked);
  await looker.look("photos");
}

/** Draws a box over the middle of the picture, as somebody with a mouse would. */
async function draw(page) {
  const picture = page.locator("[data-mask] img");
  await picture.scrollIntoViewIfNeeded();
  const area = await picture.boundingBox();
  await page.mouse.move(area.x + area.width * 0.35, area.y + area.height * 0.2);
  await page.mouse.down();
  await page.mouse.move(area.x + area.width * 0.65, area.y + area.height * 0.5, { steps: 4 });
  await page.mouse.up();
  const width = Number(await page.locator("#box-0-width").inputValue());
  if (width < 20) throw new Error(`A box of ${width} was drawn where one of 30 was meant.`);
}

async function writeText(looker, words) {
  await looker.go(`${ANTON}/texts`);
  await looker.look("texts-empty");
  await looker.go(`${ANTON}/texts/ru`);
  await looker.page.locator("#words").fill(words.biography);
  await looker.page.locator("input[name=based_on]").first().check();
  await looker.look("text");
  await looker.touch(words.save);
  await looker.sees(words.biographyBegins);
  await looker.look("texts");
  await looker.go(`${ANTON}/texts/en/from/ru`);
  await looker.look("translate");
}
