// What a group does itself in a week, noted at the desk: somebody's first hours, a letter that was
// answered, a parcel, a hearing, money, a petition, a family. Every page on the way is looked at.

const DAY = 86_400_000;
const CLOCK = { timeZone: "Europe/Moscow", hour: "2-digit", minute: "2-digit" }; // a new archive's

/** Goes through the logbook about one person, who is entered first. */
export async function keepLogbook(looker, words) {
  const at = await somebodyHeld(looker, words);
  await firstHours(looker, at, words);
  await family(looker, at);
  await answeredLetter(looker, at, words);
  await parcel(looker, at);
  await hearing(looker, at);
  await money(looker, words, at);
  await petition(looker, words, at);
  await looker.go("/");
  await looker.look("week");
  await looker.go("/logbook");
  await looker.look("logbook");
}

/** The address of the page of somebody who is held, has a hearing to come and a fresh address. */
async function somebodyHeld(looker, words) {
  const { page } = looker;
  await looker.go("/people/new");
  await page.locator("#name").fill(words.held);
  await page.locator("#words").fill(words.heldTold);
  await looker.choose(words.published);
  await page.locator("#where").selectOption("pretrial");
  await page.locator("#facility").fill(words.prison);
  await submitted(looker, "main form");
  const at = new URL(page.url()).pathname.split("/").slice(0, 3).join("/");
  await state(looker, `${at}/add/hearing`, words, { "fact-date": isoDay(7) });
  await state(looker, `${at}/add/address`, words, {
    "fact-facility": words.prison,
    "fact-address": words.lines,
    "fact-checked": isoDay(-1),
    "fact-checked-by": "counsel",
  });
  await looker.go(at);
  const [given, family] = words.held.split(" ");
  await page.locator("#given").fill(given);
  await page.locator("#family").fill(family);
  await submitted(looker, `form[action="${at}/name"]`);
  return at;
}

async function state(looker, address, words, fields) {
  const { page } = looker;
  await looker.go(address);
  for (const [name, said] of Object.entries(fields)) {
    const field = page.locator(`#${name}`);
    const isList = await field.evaluate((one) => one.tagName === "SELECT");
    await (isList ? field.selectOption(said) : field.fill(said));
  }
  await page.locator("#words").fill(`${words.called} ${address}`);
  await looker.choose(words.toldUs);
  await submitted(looker, "main form");
}

async function firstHours(looker, at, words) {
  const { page } = looker;
  await looker.go(`${at}/detained`);
  await looker.look("first-hours-begin");
  const since = new Date(Date.now() - DAY / 5);
  await page.locator("#at_hour").fill(since.toLocaleTimeString("en-GB", CLOCK));
  await page.locator("#on").fill(since.toLocaleDateString("sv-SE", { timeZone: CLOCK.timeZone }));
  await page.locator('[name=ground][value="suspicion"]').check();
  await submitted(looker, "main form");
  await looker.look("first-hours-late");
  await page.locator("form.step button").first().click();
  await page.waitForLoadState("load");
  await looker.sees(words.done);
  await looker.look("first-hours");
  await looker.go("/logbook/detained");
  await looker.look("detained");
}

async function family(looker, at) {
  await looker.go(at);
  await looker.look("person-logbook");
  await submitted(looker, `form[action="${at}/keeper"]`);
  await looker.page.locator(`details:has(form[action="${at}/contact"]) summary`).click();
  await submitted(looker, `form[action="${at}/contact"]`);
}

async function answeredLetter(looker, at, words) {
  const { page } = looker;
  await looker.go(`${at}/write`);
  await page.locator("#sent").fill(isoDay(-20));
  await submitted(looker, `form[action="${at}/write"]`);
  await page.getByText(words.became).first().click();
  await page.locator('button[name=outcome][value="answered"]').click();
  await page.waitForLoadState("load");
  await looker.look("answered");
}

async function parcel(looker, at) {
  const { page } = looker;
  await looker.go(`${at}/parcels`);
  await page.locator("details summary").first().click();
  await looker.look("parcels-free");
  await submitted(looker, `form[action="${at}/parcels"]`);
  await looker.look("parcels");
  await looker.go("/logbook/parcels");
  await looker.look("slots");
}

async function hearing(looker, at) {
  await looker.go("/logbook/hearings");
  await submitted(looker, `form[action^="${at}/hearings/"]`);
  await looker.look("hearings");
  await looker.go(`${at}/hearings/${isoDay(7)}`);
  await looker.page.locator('[name=outcome][value="postponed"]').check();
  await looker.page.locator("#to").fill(isoDay(21));
  await submitted(looker, "main form");
  await looker.look("hearing-outcome");
}

async function money(looker, words, at) {
  const { page } = looker;
  await looker.go("/logbook/payments/fund");
  await page.locator("#name").fill(words.fund);
  await page.locator("#account").fill("4012 3456 7890");
  await page.locator("#warning").fill(words.warning);
  await page.locator("#lawyer").fill(words.lawyer);
  await page.locator("#written").fill(isoDay(-30));
  await looker.look("fund");
  await submitted(looker, "main form");
  await looker.go(`/logbook/payments/for/${at.split("/").pop()}`);
  await page.locator("#sum").fill("3000 RUB");
  await page.locator("#purpose").fill(words.purpose);
  await page.locator("#fund").fill(words.fund);
  await looker.look("ask");
  await submitted(looker, "main form");
  await looker.look("payments");
}

async function petition(looker, words, at) {
  const { page } = looker;
  await looker.go(`/logbook/petitions/for/${at.split("/").pop()}`);
  await page.locator("#office").fill(words.office);
  await page.locator("#channel").fill(words.byPost);
  await page.locator("#sent").fill(isoDay(-40));
  await page.locator("#due").fill(isoDay(-10));
  await looker.look("petition");
  await submitted(looker, "main form");
  await looker.look("petitions");
}

/** Sends the first form that is meant, by its own button. */
async function submitted(looker, form) {
  await looker.page.locator(`${form} button[type=submit]`).last().click();
  await looker.page.waitForLoadState("load");
}

/** The day so many days from now, as a calendar writes it. */
function isoDay(days) {
  return new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
}
