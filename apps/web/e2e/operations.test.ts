import { userCreated } from "@org/events/mohallamart/user-created";
import { type Stack, startStack } from "@org/local-stack";
import type { DeadLetter } from "@org/stores/dead-letters/port";
import { postgresDeadLetters } from "@org/stores/dead-letters/postgres";
import { demoStaff } from "@org/stores/demo-data/mohallamart";
import { orderNumber } from "@org/stores/mohallamart/orders/order-number";
import { mohallaMartStores } from "@org/stores/mohallamart/postgres";
import { createPool, type Pool } from "@org/stores/postgres";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { addToCart, checkOut, newPerson, type Person, untilHandled } from "./customer.ts";
import { signIn } from "./sign-in.ts";
import { createVisitor, fillIn, type VisitedPage, type Visitor } from "./visitor.ts";

const shopId = "shop_789";
const staffEmail = demoStaff[0]?.email ?? "nobody";
const patience = { timeout: 20_000, interval: 20 };

let stack: Stack;
let pool: Pool;
let staff: Visitor;

beforeAll(async () => {
  stack = await startStack({ environment: process.env, catalogue: true });
  pool = createPool({ databaseUrl: stack.urls.postgres });
  staff = visitor();
  // Once for all: an address gets five codes in a quarter of an hour.
  await signIn(stack, staff, staffEmail, "/operations");
});

afterAll(async () => {
  await pool?.end();
  await stack?.stop();
});

const visitor = () => createVisitor(stack.urls.web);
const letterPath = ({ runId }: Pick<DeadLetter, "runId">) => `/operations/dead-letters/${runId}`;
const replayButton = 'input[name="runId"]';

async function letterOf(workflow: string, about: string): Promise<DeadLetter> {
  const deadLetters = postgresDeadLetters(pool);
  return vi.waitUntil(async () => {
    const letters = await deadLetters.list({ workflow });
    return letters.find(({ events }) => JSON.stringify(events).includes(about));
  }, patience);
}

async function order(customer: Visitor, person: Person): Promise<VisitedPage> {
  const [product] = await mohallaMartStores(pool).products.list({ shopId });
  await addToCart(customer, product?.productId ?? "nothing to sell");
  return customer.send(await checkOut(customer, shopId, person));
}

/** Whether the messages that follow from somebody's first order have left. */
function isWelcomed({ email }: Person): boolean {
  const subjects = stack.emulators
    .outbox()
    .flatMap(({ to, subject }) => (to === email ? [subject ?? ""] : []));
  return ["Welcome to ", "Your order "].every((start) =>
    subjects.some((subject) => subject.startsWith(start)),
  );
}

/** A customer whose welcome the vendor refuses for good. */
async function failToWelcome() {
  const { name, email } = { ...newPerson(), name: "Zarina Quadri" };
  const user = { userId: `user_${email.replace(/\W/g, "")}`, name, email };
  // An email may be refused with others first, and then alone.
  stack.emulators.failNext("resend", { status: 422, about: email, times: 5 });
  await mohallaMartStores(pool).users.add(user, { emit: [userCreated.create(user)] });
  const letter = await letterOf("deliver-email", user.userId);
  stack.emulators.clearFaults("resend");
  return { user, letter };
}

/** An order that was counted in an hour of its own. */
async function analyticsOf(pool: Pool): Promise<void> {
  const at = new Date(Date.now() - 5 * 3_600_000).toISOString();
  const properties = { revenue: 1250.5 };
  await mohallaMartStores(pool).analytics.record([
    { eventId: "seen", event: "order.placed", properties, at },
  ]);
}

/** How often a run's replay was asked for. */
async function replayRequests(runId: string | undefined): Promise<{ requests: number } | undefined> {
  const { rows } = await pool.query<{ requests: number }>(
    "select count(*)::int as requests from platform.outbox where name = 'operations/dead-letter.replay-requested' and payload #>> '{data,runId}' = $1",
    [runId],
  );
  return rows[0];
}

/** Opens a failed run until its state is shown. */
async function untilState(letter: DeadLetter, state: string): Promise<VisitedPage> {
  return vi.waitUntil(async () => {
    const page = await staff.open(letterPath(letter));
    return page.text.includes(`State${state}`) && page;
  }, patience);
}

it("leads to the event catalogue, and from there to each event's page", async () => {
  const { document } = await staff.open("/operations");
  const link = document.querySelectorAll("a").find(({ text }) => text === "Event catalogue");
  const url = link?.getAttribute("href") ?? "";
  expect(url).toBe(stack.urls.catalogue);
  const catalogue = await fetch(url).then((response) => response.text());
  const [, path = ""] = /href="([^"]+order-created\.html)"/.exec(catalogue) ?? [];
  const page = await fetch(new URL(path, url)).then((response) => response.text());
  expect(page).toContain("<h1><code>order.created</code></h1>");
});

it("a run whose worker was lost says when it is replayed by itself, until somebody settles it", async () => {
  const deadLetters = postgresDeadLetters(pool);
  const runId = "01LOSTRUN0000000000000000A";
  const nextReplayAt = new Date(Date.now() + 3_600_000).toISOString();
  await deadLetters.record({
    runId,
    app: "mohallamart",
    workflow: "send-flowers",
    events: [],
    error: { name: "Error", message: "Unable to reach SDK URL" },
    failedAt: new Date().toISOString(),
    replays: 2,
    nextReplayAt,
  });
  const page = await staff.open(letterPath({ runId }));
  expect(page.text).toContain("Replays before2");
  expect(page.text).toContain("Replayed by itself");
  expect(page.document.querySelector(`time[datetime="${nextReplayAt}"]`)).not.toBeNull();
  const list = await staff.open("/operations/dead-letters?workflow=send-flowers");
  expect(list.document.querySelector(`[data-run="${runId}"]`)?.text).toContain("Replayed by itself");

  await deadLetters.discard(runId);
  for (const path of [letterPath({ runId }), "/operations/dead-letters?workflow=send-flowers&status=all"]) {
    expect((await staff.open(path)).text).not.toContain("Replayed by itself");
  }
});

it("failed runs are found by when they failed, on India's clock", async () => {
  const deadLetters = postgresDeadLetters(pool);
  const letter = {
    app: "mohallamart",
    workflow: "send-fruit",
    events: [],
    error: { name: "Error", message: "" },
  };
  for (const hour of ["10", "11", "12"])
    await deadLetters.record({
      ...letter,
      runId: `01FRUIT${hour}`,
      failedAt: `2026-11-01T${hour}:00:00.000Z`,
    });
  const all = await staff.open("/operations/dead-letters?workflow=send-fruit");
  const { body } = fillIn(all, 'input[name="since"]', {
    since: "2026-11-01T16:30",
    until: "2026-11-01T17:30",
  });
  const entries = [...body].map(([name, value]) => [name, String(value)]);
  const found = await staff.open(`/operations/dead-letters?${new URLSearchParams(entries)}`);
  const runs = found.document.querySelectorAll("[data-run]").map((each) => each.getAttribute("data-run"));
  expect(runs).toEqual(["01FRUIT11"]);
  const replay = found.document.querySelector('main a[href^="/operations/dead-letters/replay"]');
  expect(replay?.getAttribute("href")).toContain("since=2026-11-01T16%3A30");
  for (const hour of ["10", "11", "12"]) await deadLetters.discard(`01FRUIT${hour}`);
});

it("a refused confirmation is found from the alert's link, replayed, and sent once", async () => {
  const [customer, colleague, person] = [visitor(), visitor(), newPerson()];
  await untilHandled(customer, (await order(customer, person)).path);
  // The confirmation and the shopkeeper's email are one request; the customer was welcomed after the first order.
  await vi.waitUntil(() => isWelcomed(person), patience);
  stack.emulators.failNext("resend", { status: 422, about: person.email });
  const orderId = (await order(customer, person)).path.split("/").at(-1) ?? "";
  const letter = await letterOf("deliver-email", orderId);

  const page = await signIn(stack, colleague, staffEmail, letterPath(letter));
  expect(page.path).toBe(letterPath(letter));
  expect(page.text).toContain(letter.error.message);
  expect(page.text).toContain("StateOpen");
  const run = page.document.querySelector(`a[href^="${stack.urls.engine}"]`)?.getAttribute("href") ?? "";
  expect(run).toContain(letter.runId);
  expect((await fetch(run)).status).toBe(200);

  const list = await staff.open("/operations/dead-letters?workflow=deliver-email");
  expect(list.document.querySelectorAll(`[data-run="${letter.runId}"]`)).toHaveLength(1);
  expect(list.document.querySelectorAll("[data-run]")).toHaveLength(1);
  const overview = await staff.open("/operations");
  expect(overview.document.querySelector('[data-workflow="deliver-email"]')?.text).toContain("1");

  const asked = await staff.send(fillIn(page, replayButton));
  expect(asked.path).toMatch(letterPath(letter));
  const replayed = await untilState(letter, "Replayed");
  expect(replayed.document.querySelector(replayButton)).toBeNull();
  const confirmations = () =>
    stack.emulators
      .outbox()
      .filter(({ to, text }) => to === person.email && text?.includes(orderNumber(orderId)));
  await vi.waitUntil(() => confirmations().length > 0, patience);
  // The same form again, from a page that was open before.
  await staff.send(fillIn(page, replayButton));
  const { rows } = await pool.query<{ requests: number }>(
    "select count(*)::int as requests from platform.outbox where name = 'operations/dead-letter.replay-requested'",
  );
  expect(rows[0]?.requests).toBe(1);
  expect(confirmations()).toHaveLength(1);

  const messages = await staff.open(`/operations/deliveries?subject=${orderId}`);
  const outcomes = messages.document.querySelectorAll("[data-delivery]");
  expect(outcomes.map((row) => row.getAttribute("data-delivery")).toSorted()).toEqual([
    "notify-shopkeeper email sent",
    "notify-shopkeeper push failed",
    "send-order-confirmation email sent",
    "send-order-confirmation sms sent",
  ]);
  for (const { document } of [page, list, overview, replayed, messages]) {
    expect(document.toString()).not.toMatch(new RegExp(`${person.email}|${person.name}|98765`));
  }
});

it("a person's data stays out of the pages, and a discarded run is done with", async () => {
  const { user, letter } = await failToWelcome();
  const page = await staff.open(letterPath(letter));
  expect(page.text).toContain(user.userId);
  const messages = await staff.open(`/operations/deliveries?subject=${user.userId}`);
  expect(messages.text).toContain("Failed");
  for (const { document } of [page, messages, await staff.open("/operations/dead-letters?status=all")]) {
    expect(document.toString()).not.toMatch(new RegExp(`${user.email}|Zarina|Quadri`));
  }

  const discard = fillIn(page, `details ${replayButton}`, { reason: "not-wanted" });
  expect((await staff.send(discard)).text).toContain("StateDiscarded");
  expect((await staff.send(fillIn(page, replayButton))).text).toContain("StateDiscarded");
  const updates = await staff.request(`${letterPath(letter)}/progress`);
  expect(await updates.text()).toContain("event: settled");
});

/** Lines of the web app that say who asked for personal values. */
const askings = () => stack.logs("web").filter((line) => line.includes("personal values of a cascade"));

it("all that followed from an order stands under it, without its people until somebody asks, which is written down", async () => {
  const customer = visitor();
  const person = newPerson();
  const placed = await order(customer, person);
  const orderId = placed.path.split("/").at(-1)?.split("?")[0] ?? "";
  await vi.waitUntil(() => isWelcomed(person), patience);
  const page = await vi.waitUntil(async () => {
    const found = await staff.open(`/operations/cascade?about=${encodeURIComponent(orderNumber(orderId))}`);
    const sent = '[data-message="send-order-confirmation email sent"]';
    return found.document.querySelector(sent) && found;
  }, patience);
  const created = page.document.querySelector('[data-event="order.created"]');
  const confirming = created?.querySelector('[data-ran="mohallamart-send-order-confirmation completed"]');
  const asked = confirming?.querySelector(
    '[data-step="ask-for-messages completed"] [data-event="notification.emailRequested"]',
  );
  expect(asked?.getAttribute("data-event")).toBe("notification.emailRequested");
  expect(asked?.querySelector('[data-ran="mohallamart-deliver-email completed"]')).not.toBeNull();
  expect(page.document.toString()).not.toMatch(new RegExp(`${person.email}|${person.name}|98765`));
  expect(askings()).toEqual([]);

  expect(page.document.querySelector('form button[name="personal"][value="show"]')).not.toBeNull();
  const shown = await staff.open(`/operations/cascade?about=${orderId}&personal=show`);
  expect(shown.text).toContain("it is written down that you asked");
  expect(askings().map((line) => JSON.parse(line))).toMatchObject([
    { about: orderId, askedBy: demoStaff[0]?.staffId, time: expect.any(Number) },
  ]);
  const again = await staff.open(`/operations/cascade?about=${orderId}`);
  expect(again.document.querySelectorAll("[data-event]").length).toBe(
    page.document.querySelectorAll("[data-event]").length,
  );
  const messages = await staff.open(`/operations/deliveries?subject=${orderId}`);
  expect(messages.document.querySelector(`a[href="/operations/cascade?about=${orderId}"]`)).not.toBeNull();
});

it("a failed run leads to what it was part of, which says why it failed", async () => {
  const { letter } = await failToWelcome();
  const page = await staff.open(letterPath(letter));
  const way = page.document.querySelector('a[href^="/operations/cascade"]')?.getAttribute("href") ?? "";
  const cascade = await staff.open(way);
  const run = cascade.document.querySelector('[data-ran="mohallamart-deliver-email failed"]');
  expect(run?.querySelector(`a[href="${letterPath(letter)}"]`)).not.toBeNull();
  expect(cascade.document.toString()).not.toMatch(/Zarina|Quadri/);
});

it("many failed runs are replayed at once, after it was said which", async () => {
  const failed = [await failToWelcome(), await failToWelcome()];
  const selection = "of=mohallamart%2Fdeliver-email&error=422";
  const plan = await staff.open(`/operations/dead-letters/replay?${selection}`);
  for (const { letter } of failed) expect(plan.text).toContain(letter.runId);
  const none = await staff.open(
    "/operations/dead-letters/replay?of=mohallamart%2Fdeliver-email&error=Nothing",
  );
  expect(none.document.querySelector("[data-plan]")?.getAttribute("data-plan")).toBe("0");
  expect(none.document.querySelector("[data-plan] form")).toBeNull();
  expect(await replayRequests(failed[0]?.letter.runId)).toEqual({ requests: 0 });
  const unseen = fillIn(plan, "[data-plan] form input", { planned: "" });
  expect((await staff.send(unseen)).text).not.toContain("The worker was asked");
  expect(await replayRequests(failed[0]?.letter.runId)).toEqual({ requests: 0 });
  const asked = await staff.send(fillIn(plan, "[data-plan] form input"));
  expect(asked.text).toMatch(/The worker was asked to replay \d+ runs/);
  for (const { letter } of failed) {
    await untilState(letter, "Replayed");
    expect(await replayRequests(letter.runId)).toEqual({ requests: 1 });
  }
});

/** What became of each request to replay a run, as the engine has it. */
async function replayOutcomes({ runId }: DeadLetter): Promise<string[]> {
  const read = async (path: string): Promise<{ internal_id: string; data?: object; output?: object }[]> =>
    (await (await fetch(`${stack.urls.engine}/v1/events${path}`)).json()).data;
  const asked = await read("?name=operations/dead-letter.replay-requested&limit=100");
  const about = asked.filter(({ data }) => Object(data).runId === runId);
  const runs = await Promise.all(about.map(({ internal_id: id }) => read(`/${id}/runs`)));
  return runs.flat().map(({ output }) => Object(output).outcome);
}

it("a failed run that two of the staff replay at the same moment, each twice and with others, is replayed once", async () => {
  const { user, letter } = await failToWelcome();
  const other = { staffId: "admin_902", name: "Night shift", email: "night.shift@mohallamart.example" };
  await mohallaMartStores(pool).staff.add(other);
  const colleague = visitor();
  const page = await signIn(stack, colleague, other.email, letterPath(letter));
  const plan = await staff.open("/operations/dead-letters/replay?of=mohallamart%2Fdeliver-email");
  const [one, many] = [fillIn(page, replayButton), fillIn(plan, "[data-plan] form input")];
  const sent = [staff, colleague].flatMap((who) => [one, one, many].map((form) => who.send(form)));
  expect((await Promise.all(sent)).map(({ status }) => status)).toEqual(Array(6).fill(200));

  await untilState(letter, "Replayed");
  const { requests = 0 } = (await replayRequests(letter.runId)) ?? {};
  const outcomes = await vi.waitUntil(async () => {
    const ended = (await replayOutcomes(letter)).filter((outcome) => outcome !== undefined);
    return ended.length === requests && ended;
  }, patience);
  expect(requests).toBeGreaterThan(1);
  expect(outcomes.filter((outcome) => outcome === "completed")).toHaveLength(1);
  expect(new Set(outcomes)).toEqual(new Set(["completed", "someone else replayed or discarded it"]));
  const welcomes = stack.emulators.outbox().filter(({ to }) => to === user.email);
  expect(welcomes.map(({ subject = "" }) => subject.startsWith("Welcome"))).toEqual([true]);
  expect(await postgresDeadLetters(pool).list({ replayOf: letter.runId })).toEqual([]);
});

it("an event that the engine refuses is seen with those behind it, and given up for a reason", async () => {
  await pool.query(`insert into platform.outbox (id, name, ordering_key, payload, attempts, last_error, next_attempt_at)
    values ('lost.key:1', 'lost.key', 'lost', '{"name":"lost.key","data":{}}', 3, '400 Bad Request', now() + interval '1 day'),
      ('lost.key:2', 'order.unheard', 'lost', '{"id":"lost.key:2","name":"order.unheard","data":{}}', 0, null, null)`);
  const page = await staff.open("/operations");
  const refused = page.document.querySelector('[data-refused="lost.key:1"]');
  expect(refused?.getAttribute("data-behind")).toBe("1");
  const give = '[data-refused="lost.key:1"] form input';
  expect((await staff.send(fillIn(page, give, { reason: "" }))).text).toContain("choose why first");
  expect((await staff.send(fillIn(page, give, { reason: "cannot-succeed" }))).text).toContain("is given up");
  const isSent = async () => {
    const { rows } = await pool.query(
      "select accepted_at, last_error from platform.outbox where id = 'lost.key:2'",
    );
    return rows[0]?.accepted_at !== null && rows[0]?.last_error === null;
  };
  await vi.waitUntil(isSent, patience);
  expect((await staff.open("/operations")).document.querySelector("[data-refused]")).toBeNull();
});

it("a replay that fails again leads to its own failed run, and back", async () => {
  const { user, letter } = await failToWelcome();
  const page = await staff.open(letterPath(letter));
  stack.emulators.failNext("resend", { status: 422, about: user.email });
  await staff.send(fillIn(page, replayButton));
  const again = await vi.waitUntil(async () => {
    const [found] = await postgresDeadLetters(pool).list({ replayOf: letter.runId });
    return found;
  }, patience);
  const replayed = await staff.open(letterPath(letter));
  expect(replayed.document.querySelector(`a[href="${letterPath(again)}"]`)).not.toBeNull();
  const newer = await staff.open(letterPath(again));
  expect(newer.text).toContain("StateOpen");
  expect(newer.document.querySelector(`a[href="${letterPath(letter)}"]`)).not.toBeNull();
});

it("a run that is too old for a replay offers none, and says why", async () => {
  const { letter } = await failToWelcome();
  const page = await staff.open(letterPath(letter));
  const replay = fillIn(page, replayButton);
  await pool.query(
    "update platform.dead_letters set failed_at = failed_at - interval '61 days' where run_id = $1",
    [letter.runId],
  );

  const old = await staff.open(letterPath(letter));
  expect(old.text).toContain("Its event is older than 60 days");
  expect(old.document.querySelectorAll(replayButton)).toHaveLength(1);
  const discard = fillIn(old, `details ${replayButton}`, { reason: "not-wanted" });
  const refused = await staff.send(replay);
  expect([refused.path, refused.text]).toEqual([letterPath(letter), expect.stringContaining("StateOpen")]);
  expect((await staff.send(discard)).text).toContain("StateDiscarded");
});

it("the nights' comparisons with the payment vendor are listed, each difference with what to do", async () => {
  expect((await staff.open("/operations/payments")).text).toContain("Nothing was compared yet");
  const span = { from: "2026-11-01T00:00:00.000Z", to: "2026-11-11T00:00:00.000Z", payments: 12, refunds: 1 };
  const difference = {
    kind: "not-captured",
    orderId: "ord_1",
    paymentId: "pay_1",
    found: "Placed, and the money is only reserved.",
    next: "Replay the failed run of process-order.",
  };
  const { money } = mohallaMartStores(pool);
  await money.keep({ day: "2026-11-10", ...span, differences: [] });
  await money.keep({ day: "2026-11-11", ...span, differences: [difference] });
  const page = await staff.open("/operations/payments");
  const compared = page.document.querySelectorAll("[data-comparison]");
  expect(compared.map((card) => card.getAttribute("data-comparison"))).toEqual([
    "2026-11-11 1",
    "2026-11-10 0",
  ]);
  expect(page.text).toContain("12 payments and 1 refund compared");
  expect(page.text).toContain("All of them agree.");
  expect(page.document.querySelector("[data-difference]")?.textContent).toContain(difference.next);
});

it("what the workers measured is seen in the console, and leads to what failed", async () => {
  await failToWelcome();
  const measured = await vi.waitUntil(async () => {
    const page = await staff.open("/operations/workflows?span=day");
    return page.document.querySelector('[data-measured="deliver-email"]') && page;
  }, patience);
  expect(measured.document.querySelector('[data-measured="deliver-email"]')?.text).toMatch(/[1-9]\d* failed/);
  expect(measured.document.querySelector('[data-vendor="email resend"]')?.text).toMatch(/[1-9]\d* failed/);
  const href = "/operations/dead-letters?app=mohallamart&workflow=deliver-email";
  expect(measured.document.querySelector(`a[href="${href}"]`)).not.toBeNull();
  const first = await staff.open("/operations");
  expect(first.document.querySelector('a[href="/operations/workflows?span=day"]')).not.toBeNull();
});

it("what was sold is seen as charts, with their numbers, and taken as a file", async () => {
  await analyticsOf(pool);
  const page = await staff.open("/operations/analytics?span=day");
  const [chart, table] = ["svg", "table"].map((part) =>
    page.document.querySelector(`[data-figure="revenue"] ${part}`),
  );
  expect(chart?.querySelectorAll("rect").length).toBeGreaterThan(0);
  expect(table?.text).toContain("1250.5");
  const file = page.document.querySelector('[data-figure="revenue"] a[download]')?.getAttribute("href") ?? "";
  const answer = await staff.request(file);
  expect(answer.headers.get("content-disposition")).toBe('attachment; filename="revenue-day.csv"');
  const text = await answer.text();
  expect(text.startsWith('Start,Rupees,"Cancelled since, rupees"\r\n')).toBe(true);
  expect(text).toContain("+05:30,1250.5,0\r\n");
  expect((await staff.request("/operations/analytics/csv?figure=none")).status).toBe(404);
});

describe("only staff", () => {
  const pages = [
    "/operations",
    "/operations/dead-letters",
    "/operations/dead-letters/replay?workflow=deliver-email",
    "/operations/deliveries?subject=ord_1",
    "/operations/cascade?about=ord_1&personal=show",
    "/operations/payments",
    "/operations/workflows",
    "/operations/analytics",
    "/operations/analytics/csv?figure=orders",
  ];

  it.each([...pages, "/operations/dead-letters/run_1", "/operations/dead-letters/run_1/progress"])(
    "open %s",
    async (path) => {
      const customer = visitor();
      const signInPath = `/sign-in?${new URLSearchParams({ next: path })}`;
      expect((await customer.open(path)).path).toBe(signInPath);
      const person = newPerson();
      const userId = `user_${person.email.replace(/\W/g, "")}`;
      await mohallaMartStores(pool).users.add({ ...person, phone: undefined, userId });
      const page = await signIn(stack, customer, person.email, path);
      expect(page.path).toBe(signInPath);
      expect(page.text).toContain("who cannot open the page you came from");
    },
  );

  it("replay and discard, whoever sends their forms", async () => {
    const { user, letter } = await failToWelcome();
    const customer = visitor();
    await signIn(stack, customer, user.email, "/account");
    const page = await staff.open(letterPath(letter));
    for (const form of [replayButton, `details ${replayButton}`]) {
      expect((await customer.send(fillIn(page, form))).path).toMatch(/^\/sign-in\?next=/);
    }
    expect(await postgresDeadLetters(pool).get(letter.runId)).toMatchObject({ status: "open" });
    const { rowCount } = await pool.query(
      "select from platform.outbox where name = 'operations/dead-letter.replay-requested' and payload #>> '{data,runId}' = $1",
      [letter.runId],
    );
    expect(rowCount).toBe(0);
  });
});

it.each([
  ["/operations/dead-letters/run_unknown", 404, ""],
  ["/operations/dead-letters/%00", 404, ""],
  ["/operations/dead-letters?status=lost&workflow=%00&after=never", 200, "Failed runs"],
  ["/operations/deliveries?subject=asha%40example.com", 200, "or the id of an order or a person"],
  ["/operations/deliveries?subject=ord_unknown", 200, "No message about ord_unknown is known"],
  ["/operations/cascade?about=asha%40example.com", 200, "or the id of an order, a person or an event"],
  ["/operations/cascade?about=ord_unknown", 200, "Nothing about ord_unknown is kept"],
  ["/operations/cascade?about=0000-0000", 200, "No order has this number"],
])("%s answers %i", async (path, status, text) => {
  const page = await staff.open(path);
  expect([page.status, page.text]).toEqual([status, expect.stringContaining(text)]);
});
