import { type Stack, startStack } from "@org/local-stack";
import { demoAdmins, demoResidents } from "@org/stores/demo-data/ten-ocean";
import { createPool, type Pool } from "@org/stores/postgres";
import { tenOceanStores } from "@org/stores/ten-ocean/postgres";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { emailsTo, signIn } from "./sign-in.ts";
import { createVisitor, fillIn, type VisitedPage, type Visitor } from "./visitor.ts";

let stack: Stack;
let pool: Pool;
const browsers = new Map<string, Promise<Visitor>>();

beforeAll(async () => {
  stack = await startStack({ environment: process.env });
  pool = createPool({ databaseUrl: stack.urls.postgres });
});

afterAll(async () => {
  await pool?.end();
  await stack?.stop();
});

const emails = new Map([
  ...demoResidents.map(({ userId, email }) => [userId, email] as const),
  ...demoAdmins.map(({ adminId, email }) => [adminId, email] as const),
]);

/** Of somebody who lives or works in the house; their browser, signed in. */
function browserOf(memberId: string): Promise<Visitor> {
  const open = async () => {
    const browser = createVisitor(stack.urls.web);
    await signIn(stack, browser, emails.get(memberId) ?? "", "/ten-ocean/sign-in");
    return browser;
  };
  const opened = browsers.get(memberId) ?? open();
  browsers.set(memberId, opened);
  return opened;
}

const store = () => tenOceanStores(pool).maintenance;
const leak = {
  category: "plumbing",
  place: "unit_4B",
  area: "",
  priority: "high",
  description: "The pipe under the sink leaks <script>alert(1)</script>.",
};

async function report(memberId: string, entries: Partial<typeof leak> = {}): Promise<VisitedPage> {
  const browser = await browserOf(memberId);
  const form = await browser.open("/ten-ocean/maintenance/new");
  return browser.send(fillIn(form, 'input[name="requestId"]', { ...leak, ...entries }));
}

const idOf = ({ path }: VisitedPage) => path.split("/").at(-1) ?? "";

/** Opens a request's page as somebody, and sends the form that a selector finds there. */
async function act(
  memberId: string,
  requestId: string,
  selector: string,
  entries: Record<string, string> = {},
): Promise<VisitedPage> {
  const browser = await browserOf(memberId);
  const page = await browser.open(`/ten-ocean/maintenance/${requestId}`);
  return browser.send(fillIn(page, selector, entries));
}

const assign = (requestId: string, assigneeId: string) =>
  act("admin_001", requestId, 'select[name="assigneeId"]', { assigneeId });
const resolve = (memberId: string, requestId: string, resolution: string) =>
  act(memberId, requestId, 'textarea[name="resolution"]', { resolution });
const reopen = (requestId: string, problem: string) =>
  act("user_maya", requestId, 'textarea[name="problem"]', { problem });

/** Waits for an email to somebody, by its subject. */
function told(memberId: string, subject: string) {
  const find = () => emailsTo(stack, emails.get(memberId) ?? "").find((email) => email.subject === subject);
  return vi.waitUntil(find, { timeout: 60_000, interval: 100 });
}

const kinds = async (requestId: string) => (await store().history(requestId)).map(({ kind }) => kind);

describe("a leak", () => {
  it("is reported, acknowledged with its number, assigned, resolved, reopened, resolved and confirmed", {
    timeout: 240_000,
  }, async () => {
    const page = await report("user_maya");
    const requestId = idOf(page);
    const number = (await store().get(requestId))?.number;
    expect(page.path).toBe(`/ten-ocean/maintenance/${requestId}`);
    expect(page.text).toContain(`#${number} Water and drains`);
    expect(page.text).toContain("If nobody does within 24 hours, the whole board is told.");
    expect(page.text).toContain("leaks <script>alert(1)</script>.");
    const receipt = await told("user_maya", `Your request #${number} has arrived`);
    expect(receipt.html).toContain(`${stack.urls.web}/ten-ocean/maintenance/${requestId}`);
    for (const memberId of ["admin_001", "admin_002"])
      await told(memberId, `New request #${number}: plumbing, unit 4B`);

    const assigned = await assign(requestId, "admin_002");
    expect(assigned.text).toContain("In charge: Samuel Okafor");
    await told("admin_002", `Request #${number} is yours: plumbing, unit 4B`);
    await told("user_maya", `Samuel Okafor looks after your request #${number}`);

    const values = { status: "in-progress", priority: "high", scheduledFor: "2099-01-05T09:00" };
    const scheduled = await act("admin_002", requestId, 'select[name="status"]', values);
    expect(scheduled.text).toContain("Samuel Okafor comes on Mon, Jan 5, 9:00 AM.");
    const news = await told("user_maya", `News about your request #${number}`);
    expect(news.text).toContain("Monday, January 5 at 9:00 AM");

    const resolved = await resolve("admin_002", requestId, "New trap.");
    expect(resolved.text).toContain("without an answer it closes by itself");
    await told("user_maya", `Is it fixed? Your request #${number} is resolved`);
    const again = await reopen(requestId, "Still wet.");
    expect(again.text).toContain("Maya Fernandes: it is not fixed yet");
    await told("admin_002", `News about request #${number}: plumbing, unit 4B`);

    await resolve("admin_002", requestId, "New pipe.");
    const closed = await act("user_maya", requestId, 'input[value="confirm"]');
    expect(closed.text).toContain("The repair was confirmed. Nothing more happens.");
    expect(closed.document.querySelectorAll("main form")).toEqual([]);
    expect(await kinds(requestId)).toEqual([
      ...["created", "assigned", "changed", "resolved", "reopened", "resolved", "confirmed"],
    ]);
  });

  it("is written about by both sides, and withdrawn by its tenant", async () => {
    const requestId = idOf(await report("user_maya", { priority: "low" }));
    const comment = { comment: "Only at night." };
    const written = await act("user_maya", requestId, 'textarea[name="comment"]', comment);
    expect(written.text).toContain("Maya Fernandes wrote");
    expect(written.text).toContain("Only at night.");
    const answered = await act("admin_001", requestId, 'textarea[name="comment"]', { comment: "We listen." });
    expect(answered.text).toContain("Maria Delgado wrote");
    const page = await act("user_maya", requestId, 'input[value="withdraw"]');
    expect(page.text).toContain("It was withdrawn.");
    expect(await store().get(requestId)).toMatchObject({ status: "closed", closure: "withdrawn" });
  });

  it("whose form is sent twice is one request", async () => {
    const browser = await browserOf("user_maya");
    const form = await browser.open("/ten-ocean/maintenance/new");
    const post = fillIn(form, 'input[name="requestId"]', leak);
    const [first, second] = [await browser.send(post), await browser.send(post)];
    expect(first.path).toBe(second.path);
    expect(await kinds(idOf(first))).toEqual(["created"]);
  });
});

describe("bad input", () => {
  it.each<[Partial<typeof leak>, string]>([
    [{ place: "unit_2A" }, "That is not your unit. Choose your own, or a common area."],
    [{ place: "unit_common" }, "Enter where in the building it is"],
    [{ description: "a".repeat(4_001) }, "Shorten the text to 4,000 characters."],
    [{ description: " " }, "Enter what is wrong."],
    [{ category: "" }, "Choose what it is about."],
  ])("a report of %j comes back with what is wrong and what was entered", async (entries, message) => {
    const before = (await store().list({ userId: "user_maya" })).length;
    const page = await report("user_maya", entries);
    expect(page.path).toBe("/ten-ocean/maintenance/new");
    expect(page.text).toContain(message);
    expect(page.document.querySelector('textarea[name="description"]')?.textContent.trim()).toBe(
      (entries.description ?? leak.description).trim(),
    );
    expect(await store().list({ userId: "user_maya" })).toHaveLength(before);
  });

  it("a date in the past, nobody in charge and an empty resolution are refused where they were entered", async () => {
    const requestId = idOf(await report("user_maya"));
    const change = { status: "open", priority: "high", scheduledFor: "2020-01-05T09:00" };
    const past = await act("admin_001", requestId, 'select[name="status"]', change);
    expect(past.text).toContain("That is in the past. Choose a time that is still to come.");
    expect(past.document.querySelector("#scheduledFor")?.getAttribute("value")).toBe("2020-01-05T09:00");
    expect((await assign(requestId, "")).text).toContain("Choose somebody from the list");
    expect((await resolve("admin_001", requestId, " ")).text).toContain("Enter what was done.");
    expect(await kinds(requestId)).toEqual(["created"]);
  });

  it("a form of a page that somebody resolved meanwhile changes nothing, and shows what it became", async () => {
    const requestId = idOf(await report("user_maya"));
    const browser = await browserOf("admin_001");
    const page = await browser.open(`/ten-ocean/maintenance/${requestId}`);
    await resolve("admin_002", requestId, "Done.");
    const late = await browser.send(fillIn(page, 'textarea[name="resolution"]', { resolution: "Done too." }));
    expect(await kinds(requestId)).toEqual(["created", "resolved"]);
    expect(late.text).toContain("Is it fixed?");
  });
});

describe("who sees what", () => {
  it("a request in a flat is nobody's business but its tenant's, the admins' and the floor captain's", async () => {
    const requestId = idOf(await report("user_maya"));
    const path = `/ten-ocean/maintenance/${requestId}`;
    for (const memberId of ["user_suresh", "admin_003"]) {
      const browser = await browserOf(memberId);
      expect((await browser.open(path)).status).toBe(404);
      expect((await browser.request(`${path}/progress`)).status).toBe(404);
    }
    const nobody = createVisitor(stack.urls.web);
    expect((await nobody.open(path)).path).toMatch(/^\/ten-ocean\/sign-in/);
    for (const memberId of ["user_maya", "admin_001", "admin_002"])
      expect((await (await browserOf(memberId)).open(path)).status).toBe(200);

    // The captain's form, sent by a neighbor.
    const page = await (await browserOf("admin_002")).open(path);
    const form = fillIn(page, 'textarea[name="resolution"]', { resolution: "Mine now." });
    await (await browserOf("user_suresh")).send(form);
    expect(await kinds(requestId)).toEqual(["created"]);
  });

  it("what is wrong in the lobby everybody sees, without what was written and by whom", async () => {
    const requestId = idOf(
      await report("user_maya", { place: "unit_common", area: "Lobby", description: "Lamp is out." }),
    );
    await act("user_maya", requestId, 'textarea[name="comment"]', { comment: "Call me at home." });
    const browser = await browserOf("user_suresh");
    expect((await browser.open("/ten-ocean/maintenance")).text).toContain("Reported by others");
    const page = await browser.open(`/ten-ocean/maintenance/${requestId}`);
    expect(page.text).toContain("Lamp is out.");
    expect(page.text).toContain("Reported by A neighbor");
    expect(page.text).not.toMatch(/Maya|Call me at home/);
    expect(page.document.querySelectorAll("main form")).toEqual([]);
  });

  it("whoever was put in charge of a neighbor's repair finds it, works on it and resolves it", async () => {
    const requestId = idOf(await report("user_maya"));
    await assign(requestId, "user_suresh");
    const list = await (await browserOf("user_suresh")).open("/ten-ocean/maintenance");
    expect(list.text).toContain("You are in charge of");
    const page = await resolve("user_suresh", requestId, "Tightened it.");
    expect(page.text).toContain("Suresh Iyer: it is done");
  });

  it("one's own list begins empty, and has the number and the status", async () => {
    const browser = await browserOf("user_amina");
    expect((await browser.open("/ten-ocean/maintenance")).text).toContain("You have not reported anything.");
    const requestId = idOf(await report("user_amina", { place: "unit_6A" }));
    const { number } = (await store().get(requestId)) ?? {};
    expect((await browser.open("/ten-ocean/maintenance")).text).toMatch(new RegExp(`#${number}.*Open`));
  });
});

describe("the board", () => {
  const columnOf = (page: VisitedPage, requestId: string) =>
    page.document
      .querySelector(`[data-request="${requestId}"]`)
      ?.closest("section")
      ?.getAttribute("data-column");

  it("has each request in the column of its status, and narrows to one's own, nobody's and urgent ones", async () => {
    const requestId = idOf(await report("user_chloe", { place: "unit_2A", priority: "urgent" }));
    const board = "/ten-ocean/admin/maintenance";
    const browser = await browserOf("admin_001");
    expect(columnOf(await browser.open(board), requestId)).toBe("open");
    expect(columnOf(await browser.open(`${board}?filter=unassigned`), requestId)).toBe("open");
    expect(columnOf(await browser.open(`${board}?filter=mine`), requestId)).toBeUndefined();
    await assign(requestId, "admin_001");
    expect(columnOf(await browser.open(`${board}?filter=mine`), requestId)).toBe("open");
    expect(columnOf(await browser.open(`${board}?filter=unassigned`), requestId)).toBeUndefined();
    await resolve("admin_001", requestId, "Done.");
    expect(columnOf(await browser.open(`${board}?filter=urgent`), requestId)).toBe("resolved");
    expect(columnOf(await browser.open(`${board}?status=open`), requestId)).toBeUndefined();

    const captain = await browserOf("admin_002");
    expect(columnOf(await captain.open(board), requestId)).toBeUndefined();
    expect(columnOf(await (await browserOf("admin_003")).open(board), requestId)).toBe("resolved");
  });

  it("finds a request by its number, for those who may see it", async () => {
    const requestId = idOf(await report("user_maya"));
    const { number } = (await store().get(requestId)) ?? {};
    const find = async (memberId: string, typed: string) =>
      (await browserOf(memberId)).open(`/ten-ocean/admin/maintenance?number=${encodeURIComponent(typed)}`);
    for (const typed of [`${number}`, `# ${number}`])
      expect((await find("admin_001", typed)).path).toBe(`/ten-ocean/maintenance/${requestId}`);
    for (const [memberId, typed] of [
      ["admin_003", `${number}`],
      ["admin_001", "999999999"],
      ["admin_001", "sink"],
    ] as const)
      expect((await find(memberId, typed)).text).toContain("There is no request of that number for you.");
  });

  it("is for the board: residents are led to sign in, and the board's members from the residents' list to it", async () => {
    const resident = await browserOf("user_maya");
    expect((await resident.open("/ten-ocean/admin/maintenance")).path).toMatch(/^\/ten-ocean\/sign-in/);
    const admin = await browserOf("admin_001");
    expect((await admin.open("/ten-ocean/maintenance")).path).toBe("/ten-ocean/admin/maintenance");
  });
});

it("a request's page hears of what happens to it", async () => {
  const requestId = idOf(await report("user_maya"));
  const browser = await browserOf("user_maya");
  const stream = await browser.request(`/ten-ocean/maintenance/${requestId}/progress`);
  expect(stream.headers.get("content-type")).toContain("text/event-stream");
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  const versions = new Set<string>();
  const readUntil = async (count: number) => {
    while (versions.size < count) {
      const { value = "", done } = (await reader?.read()) ?? { done: true };
      if (done) throw new Error("The stream ended early.");
      for (const [, version = ""] of value.matchAll(/data: (\S+)/g)) versions.add(version);
    }
  };
  await readUntil(1);
  await act("admin_001", requestId, 'textarea[name="comment"]', { comment: "On our way." });
  await readUntil(2);
  await reader?.cancel();
});
