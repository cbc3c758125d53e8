import { toBuildingTime } from "@org/commands/ten-ocean/building-time";
import { type Stack, startStack } from "@org/local-stack";
import { demoAdmins } from "@org/stores/demo-data/ten-ocean";
import { createPool, type Pool } from "@org/stores/postgres";
import { tenOceanStores } from "@org/stores/ten-ocean/postgres";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import {
  confirmRegistration,
  linkIn,
  newApplicant,
  type Office,
  openOffice,
  sendRegistration,
  verifiedResident,
} from "./residents.ts";
import { codesTo, emailsTo, sendAddress, signIn } from "./sign-in.ts";
import { createVisitor, fillIn, type VisitedPage, type Visitor } from "./visitor.ts";

let stack: Stack;
let pool: Pool;
let officeAt: Office;
let suresh: Visitor;

const [admin] = demoAdmins.map(({ email }) => email);
const sureshsEmail = "suresh@residents.example";
const residents = "/ten-ocean/admin/residents";

beforeAll(async () => {
  stack = await startStack({ environment: process.env });
  pool = createPool({ databaseUrl: stack.urls.postgres });
  officeAt = openOffice(stack, admin);
  suresh = createVisitor(stack.urls.web);
  await signIn(stack, suresh, sureshsEmail, "/ten-ocean/sign-in");
});

afterAll(async () => {
  await pool?.end();
  await stack?.stop();
});

const eventually = (condition: () => boolean | Promise<boolean>) =>
  vi.waitUntil(condition, { timeout: 20_000, interval: 100 });

const pathOf = ({ path }: VisitedPage) => path.split("?")[0] ?? "";

/** A party with one seat, by the office. */
async function planParty(): Promise<string> {
  const { browser, page } = await officeAt("/ten-ocean/admin/events/new");
  const inHours = (hours: number) => toBuildingTime(new Date(Date.now() + hours * 3_600_000).toISOString());
  const party = {
    ...{ title: "Roof party", description: "Bring a dish.", location: "The roof", capacity: "1" },
    ...{ startsAt: inHours(48), endsAt: inHours(51) },
  };
  return pathOf(await browser.send(fillIn(page, 'input[name="eventId"]', party)));
}

async function openTopic(who: Visitor, title: string, body: string): Promise<string> {
  const page = await who.open("/ten-ocean/forum/new");
  return pathOf(await who.send(fillIn(page, 'input[name="topicId"]', { title, body })));
}

async function answer(who: Visitor, path: string): Promise<VisitedPage> {
  const entries = { response: "going", guests: "0" };
  return who.send(fillIn(await who.open(path), 'input[name="response"]', entries));
}

/** Every table that has a row with the words, as the database holds them at this moment. */
async function tablesWith(words: string): Promise<string[]> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('ten_ocean', 'platform')`,
  );
  const found = await Promise.all(
    tables.map(async ({ name }) => {
      const { rowCount } = await pool.query(`select from ${name} t where t::text ilike $1 limit 1`, [
        `%${words}%`,
      ]);
      return rowCount === 0 ? [] : [name];
    }),
  );
  return found.flat();
}

it("a resident deletes their account: others see a former resident, and the address can register again", {
  timeout: 240_000,
}, async () => {
  const party = await planParty();
  const { browser, userId, email } = await verifiedResident(stack, officeAt, {
    firstName: "Zerlina",
    lastName: "Quimby",
  });
  const topic = await openTopic(browser, "Zebra stripes", "My zebra needs a walk.");
  const mentioning = await openTopic(suresh, "Who has a ladder?", "@Zerlina Quimby has one.");
  await linkIn(stack, email, "mentioned you");
  expect((await browser.open("/ten-ocean/notifications")).text).toContain("Who has a ladder?");
  const report = fillIn(await browser.open("/ten-ocean/maintenance/new"), 'input[name="requestId"]', {
    ...{ category: "plumbing", place: "unit_4B", area: "", priority: "high" },
    description: "The zebra bath overflows.",
  });
  const repair = pathOf(await browser.send(report));
  expect((await answer(browser, party)).text).toContain("You are going.");
  expect((await answer(suresh, party)).text).toContain("You are number 1 on the waiting list.");
  await linkIn(stack, sureshsEmail, "Zebra stripes");
  expect((await suresh.open("/ten-ocean/notifications")).text).toContain("zebra needs a walk");

  const page = await browser.open("/ten-ocean/profile/delete");
  expect(
    (await browser.open("/ten-ocean/profile")).document.querySelector('a[href$="/delete"]'),
  ).not.toBeNull();
  expect(page.text).toContain("This cannot be undone.");
  expect(page.text).toContain("number, unit, category and dates");
  const unconfirmed = await browser.send(fillIn(page, 'input[name="confirmed"]'));
  expect(unconfirmed.text).toContain("Tick the box to confirm.");
  expect(await tenOceanStores(pool).residents.get(userId)).toBeDefined();
  const deleted = await browser.send(fillIn(page, 'input[name="confirmed"]', { confirmed: "yes" }));
  expect([deleted.path, deleted.text]).toEqual([
    "/ten-ocean/profile/deleted",
    expect.stringContaining("Your account is deleted"),
  ]);
  expect((await browser.open("/ten-ocean/profile")).path).toMatch(/^\/ten-ocean\/sign-in/);

  // The workflow erases what is left, and the seat is given on.
  await linkIn(stack, sureshsEmail, "You have a seat");
  expect((await suresh.open(party)).text).toContain("You are going.");
  for (const words of [email, "Zerlina", "Quimby", "zebra"])
    await eventually(async () => (await tablesWith(words)).length === 0);
  const thread = await suresh.open(topic);
  expect(thread.text).toContain("A former resident");
  expect(thread.text).not.toMatch(/zebra|Zerlina/i);
  expect((await suresh.open(mentioning)).text).toContain("@former resident has one.");
  expect((await suresh.open("/ten-ocean/forum")).text).toContain("A former resident");
  expect((await suresh.open("/ten-ocean/notifications")).text).not.toMatch(/zebra|Zerlina/i);
  const { page: seen } = await officeAt(repair);
  expect(seen.text).toContain("Reported by A former resident");
  expect(seen.text).toContain("The words of a former resident were erased.");
  expect(seen.text).toContain("Unit 4B");

  const codes = codesTo(stack, email).length;
  await sendAddress(createVisitor(stack.urls.web), email, "/ten-ocean/sign-in");
  const anew = createVisitor(stack.urls.web);
  const links = () => emailsTo(stack, email).filter(({ subject = "" }) => subject.includes("Confirm your"));
  await sendRegistration(anew, newApplicant({ email, firstName: "Zerlina" }));
  await eventually(() => links().length === 2);
  await confirmRegistration(stack, anew, { email });
  const received = () =>
    emailsTo(stack, email).filter(({ subject = "" }) => subject.includes("Your registration"));
  await eventually(() => received().length === 2);
  expect(codesTo(stack, email)).toHaveLength(codes);
  const again = await tenOceanStores(pool).residents.findByEmail(email);
  expect(again).toMatchObject({ status: "pending", standing: "pending" });
  expect(again?.userId).not.toBe(userId);
});

it("an admin deletes the account of somebody who moved out, and of nobody who lives here", {
  timeout: 120_000,
}, async () => {
  const { userId, email } = await verifiedResident(stack, officeAt, { firstName: "Wilhelmine" });
  const profile = `${residents}/${userId}`;
  const { browser, page } = await officeAt(profile);
  expect(page.document.querySelector('input[name="confirmed"]')).toBeNull();
  const moved = await browser.send(fillIn(page, 'button[name="standing"]', { standing: "alumni" }));
  expect(moved.text).toContain("Delete the account of Wilhelmine for good.");
  const form = fillIn(moved, 'input[name="confirmed"]', { confirmed: "yes" });

  const forged = { ...form, body: new FormData() };
  for (const [name, value] of form.body) forged.body.append(name, name === "userId" ? "user_maya" : value);
  expect((await browser.send(forged)).text).toContain("Nothing was deleted: they live here.");
  expect((await suresh.send(form)).path).toMatch(/^\/ten-ocean\/sign-in/);
  expect(await tenOceanStores(pool).residents.get(userId)).toMatchObject({ standing: "alumni" });

  const removed = await browser.send(form);
  expect([removed.path, removed.text]).toEqual([
    `${residents}?outcome=removed`,
    expect.stringContaining("The account is deleted"),
  ]);
  expect((await browser.open(profile)).text).toContain("There is no such resident");
  for (const words of [email, "Wilhelmine"])
    await eventually(async () => (await tablesWith(words)).length === 0);
});
