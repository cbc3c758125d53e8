import { toBuildingTime } from "@org/commands/ten-ocean/building-time";
import { type Stack, startStack } from "@org/local-stack";
import { demoAdmins, demoResidents } from "@org/stores/demo-data/ten-ocean";
import { createPool, type Pool } from "@org/stores/postgres";
import { tenOceanStores } from "@org/stores/ten-ocean/postgres";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { emailsTo, signIn } from "./sign-in.ts";
import { createVisitor, fillIn, type VisitedPage, type Visitor } from "./visitor.ts";

let stack: Stack;
let pool: Pool;
let admin: Visitor;
let maya: Visitor;
let suresh: Visitor;

const list = "/ten-ocean/events";
const emailOf = (userId: string) => demoResidents.find((each) => each.userId === userId)?.email ?? "";

beforeAll(async () => {
  stack = await startStack({ environment: process.env });
  pool = createPool({ databaseUrl: stack.urls.postgres });
  [admin, maya, suresh] = [visitor(), visitor(), visitor()];
  await signIn(stack, admin, demoAdmins[0]?.email ?? "", list);
  await signIn(stack, maya, emailOf("user_maya"), list);
  await signIn(stack, suresh, emailOf("user_suresh"), list);
});

afterAll(async () => {
  await pool?.end();
  await stack?.stop();
});

const visitor = () => createVisitor(stack.urls.web);

const inHours = (hours: number) => toBuildingTime(new Date(Date.now() + hours * 3_600_000).toISOString());

let planned = 0;

function entries() {
  planned += 1;
  return {
    title: `Roof party ${planned}`,
    description: "Bring a dish.",
    location: "The roof",
    startsAt: inHours(48),
    endsAt: inHours(51),
    capacity: "1",
  };
}

async function plan(changes: Record<string, string> = {}) {
  const form = { ...entries(), ...changes };
  const page = await admin.send(
    fillIn(await admin.open("/ten-ocean/admin/events/new"), 'input[name="eventId"]', form),
  );
  const path = page.path.split("?")[0] ?? "";
  return { ...form, page, path, eventId: path.split("/").at(-1) ?? "" };
}

async function answer(who: Visitor, path: string, response: string, guests = "0"): Promise<VisitedPage> {
  return who.send(fillIn(await who.open(path), 'input[name="response"]', { response, guests }));
}

const entryErrors = (page: VisitedPage) =>
  Object.fromEntries(
    page.document.querySelectorAll(".field-error").map((error) => [error.id, error.textContent]),
  );

/** The email with a subject, once it is there. */
async function told(userId: string, subject: string): Promise<string> {
  const found = () => emailsTo(stack, emailOf(userId)).find((email) => email.subject === subject);
  const email = await vi.waitUntil(found, { timeout: 20_000, interval: 50 });
  return email.text ?? "";
}

describe("an event with a waiting list", () => {
  it("is planned, answered, changed and called off, and everyone hears what concerns them", async () => {
    const { page, path, title, eventId } = await plan();
    expect(page.text).toContain("The residents are being invited.");
    for (const { userId } of demoResidents) await told(userId, `You are invited: ${title}`);

    expect((await answer(maya, path, "going")).text).toContain("You are going.");
    const confirmation = await told("user_maya", `You are going: ${title}`);
    expect(confirmation).toContain(`${path}/calendar.ics`);
    const waiting = await answer(suresh, path, "going");
    expect(waiting.text).toContain("You are number 1 on the waiting list.");
    expect(waiting.text).toContain("Full, 1 waiting");
    await told("user_suresh", `On the waiting list: ${title}`);

    expect((await answer(maya, path, "declined")).text).toContain("You are not coming.");
    await told("user_suresh", `You have a seat: ${title}`);
    expect((await suresh.open(path)).text).toContain("You are going.");
    expect((await suresh.open(list)).text).toContain("You are going");

    const editor = await admin.open(`/ten-ocean/admin/events/${eventId}`);
    expect(editor.text).toMatch(/Suresh Iyer\s*Going/);
    const form = { ...(await valuesOf(eventId)), location: "The lobby", description: "Bring a dish." };
    const changed = await admin.send(fillIn(editor, 'input[name="seen"]', form));
    expect([changed.path, changed.text]).toEqual([
      `${path}?notice=changed`,
      expect.stringContaining("The lobby"),
    ]);
    expect(await told("user_suresh", `Changed: ${title}`)).toContain(
      "New place: The lobby. Before: The roof.",
    );

    const sure = await admin.open(`/ten-ocean/admin/events/${eventId}?step=call-off`);
    expect(sure.text).toContain("Everyone who may come is told: one resident.");
    const off = await admin.send(fillIn(sure, 'textarea[name="reason"]', { reason: "Rain <b>all</b> day." }));
    expect(off.document.querySelector('[data-state="cancelled"]')?.textContent).toBe(
      "This event was called off.Rain <b>all</b> day.",
    );
    expect(await told("user_suresh", `Called off: ${title}`)).toContain("Rain <b>all</b> day.");
    const subjects = emailsTo(stack, emailOf("user_maya")).map(({ subject }) => subject);
    expect(subjects).not.toContain(`Called off: ${title}`);
    expect(subjects.filter((subject) => subject?.includes(title))).toHaveLength(3);
    expect((await admin.open(list)).text).toContain("Called off");
  });

  it("has its one seat taken once, however many answer and change their minds at the same moment", async () => {
    const { path, title, eventId } = await plan();
    const [chloe, tomasz] = [visitor(), visitor()];
    await signIn(stack, chloe, emailOf("user_chloe"), list);
    await signIn(stack, tomasz, emailOf("user_tomasz"), list);
    const forms = await Promise.all(
      [maya, suresh, chloe, tomasz].map(async (who) => {
        const page = await who.open(path);
        return (response: string) =>
          who.send(fillIn(page, 'input[name="response"]', { response, guests: "0" }));
      }),
    );
    const minds = ["going", "declined", "going", "going", "declined"];
    const answers = await Promise.all(forms.flatMap((send) => minds.map(send)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    await Promise.all(forms.map((send) => send("going")));
    const { rows } = await pool.query(
      `select count(*)::int as going, sum(seats) filter (where seated)::int as seated
       from ten_ocean.rsvps where event_id = $1 and response = 'going'`,
      [eventId],
    );
    expect(rows).toEqual([{ going: 4, seated: 1 }]);
    const subjects = emailsTo(stack, emailOf("user_chloe")).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject === `You are invited: ${title}`).length).toBeLessThan(2);
  });

  it("its calendar file follows its changes, for those who are signed in", async () => {
    const { path, eventId } = await plan({ title: "Dinner; drinks 🎉" });
    const file = async () => (await maya.request(`${path}/calendar.ics`)).text();
    const response = await maya.request(`${path}/calendar.ics`);
    expect(response.headers.get("content-type")).toContain("text/calendar");
    expect(await response.text()).toContain("SUMMARY:Dinner\\; drinks 🎉");
    expect(await file()).toMatch(new RegExp(`UID:${eventId}@ten-ocean\r\nSEQUENCE:0\r\n`));
    const sure = await admin.open(`/ten-ocean/admin/events/${eventId}?step=call-off`);
    await admin.send(fillIn(sure, 'textarea[name="reason"]', { reason: "" }));
    expect(await file()).toMatch(/SEQUENCE:1\r\n[\s\S]*STATUS:CANCELLED/);
    expect(await file()).not.toContain("maya");
    expect((await visitor().open(`${path}/calendar.ics`)).path).toBe(
      `/ten-ocean/sign-in?next=${encodeURIComponent(`${path}/calendar.ics`)}`,
    );
    expect((await maya.request(`${list}/evt_none/calendar.ics`)).status).toBe(404);
  });

  it("its page follows who answers", async () => {
    const { path } = await plan({ capacity: "5" });
    const stream = (await maya.request(`${path}/progress`)).body?.pipeThrough(new TextDecoderStream());
    const versions = new Set<string>();
    let answered = false;
    for await (const text of stream ?? []) {
      for (const [, version = ""] of text.matchAll(/^data: (\S+)$/gm)) versions.add(version);
      if (versions.size === 1 && !answered) {
        answered = true;
        await answer(suresh, path, "going", "2");
      }
      if (versions.size === 2) break;
    }
    expect((await maya.open(path)).text).toMatch(/3 of 5 seats taken.*Suresh Iyer and 2 guests/);
  });
});

/** What the form of an event holds, as a browser would send it. */
async function valuesOf(eventId: string): Promise<Record<string, string>> {
  const { document } = await admin.open(`/ten-ocean/admin/events/${eventId}`);
  const fields = document.querySelectorAll(
    'form[aria-label="Event"] input, form[aria-label="Event"] textarea',
  );
  return Object.fromEntries(
    fields.map((field) => [
      field.getAttribute("name") ?? "",
      field.getAttribute("value") ?? field.textContent.replace(/^\n/, ""),
    ]),
  );
}

describe("what is entered wrongly", () => {
  it.each([
    ["a start that has passed", { startsAt: "2026-01-05T18:00" }, { "startsAt-error": /has passed/ }],
    ["an end before the start", { endsAt: "2026-01-05T18:00" }, { "endsAt-error": /has to end after/ }],
    ["an hour that the clock skips", { startsAt: "2027-03-14T02:30" }, { "startsAt-error": /that exist/ }],
    ["a title of half an emoji", { title: "🎉".slice(0, 1) }, { "title-error": /cannot be read/ }],
    ["seats that are no number", { capacity: "many" }, { "capacity-error": /whole number/ }],
  ])("%s comes back with the form, and plans nothing", async (_what, changes, errors) => {
    const { page, path, location } = await plan({ location: "The wrong place", ...changes });
    expect(path).toBe("/ten-ocean/admin/events/new");
    const expected = Object.entries(errors).map(([id, text]) => [id, expect.stringMatching(text)]);
    expect(entryErrors(page)).toEqual(Object.fromEntries(expected));
    expect(page.document.querySelector('input[name="location"]')?.getAttribute("value")).toBe(location);
    const events = await tenOceanStores(pool).communityEvents.coming();
    expect(events.map((event) => event.location)).not.toContain("The wrong place");
  });

  it("fewer seats than are taken are refused with their number", async () => {
    const { path, eventId } = await plan({ capacity: "5" });
    await answer(maya, path, "going", "2");
    const editor = await admin.open(`/ten-ocean/admin/events/${eventId}`);
    const form = { ...(await valuesOf(eventId)), capacity: "2" };
    const refused = await admin.send(fillIn(editor, 'input[name="seen"]', form));
    expect(entryErrors(refused)).toEqual({
      "capacity-error": "3 seats are taken already. Enter at least 3.",
    });
  });

  it("an answer with too many guests, and one to an event that was called off meanwhile, come back", async () => {
    const { path, eventId } = await plan();
    const form = await maya.open(path);
    expect(entryErrors(await answer(maya, path, "going", "99"))).toEqual({
      "guests-error": expect.stringMatching(/from 0 to 9/),
    });
    const sure = await admin.open(`/ten-ocean/admin/events/${eventId}?step=call-off`);
    await admin.send(fillIn(sure, 'textarea[name="reason"]', { reason: "" }));
    const late = await maya.send(fillIn(form, 'input[name="response"]', { response: "going", guests: "0" }));
    expect(late.text).toContain("This event was called off.");
    expect(await tenOceanStores(pool).rsvps.list({ eventId })).toEqual([]);
  });

  it("script in a title is shown as text", async () => {
    const title = "<script>alert(1)</script> & more";
    const { path } = await plan({ title });
    const page = await maya.open(path);
    expect(page.document.querySelector("h1")?.textContent).toContain("<script>alert(1)</script>");
    expect(page.document.querySelectorAll("main script")).toEqual([]);
    expect((await maya.open(list)).text).toContain(title);
  });

  it("what a resident may not open leads to the sign-in, and what does not exist says so", async () => {
    const { eventId, path } = await plan();
    for (const office of ["/ten-ocean/admin/events/new", `/ten-ocean/admin/events/${eventId}`]) {
      expect((await maya.open(office)).path).toBe(`/ten-ocean/sign-in?next=${encodeURIComponent(office)}`);
    }
    expect((await visitor().open(path)).path).toBe(`/ten-ocean/sign-in?next=${encodeURIComponent(path)}`);
    const missing = await maya.open(`${list}/evt_none`);
    expect([missing.status, missing.text]).toEqual([404, expect.stringContaining("There is no such event")]);
  });
});
