import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browsersOfEverybody, emails, everybody, linkSecret, type Who } from "./everybody.ts";
import { type ForgedForm, forgedForms, members, office } from "./forged-forms.ts";
import { makeTargets } from "./forged-targets.ts";
import { type OwnWeb, startOwnWeb } from "./own-web.ts";
import { addressOf, callOf, leadsTo } from "./server-actions.ts";
import { signIn } from "./sign-in.ts";
import { createVisitor, type Visitor } from "./visitor.ts";
import { actionsOfBuild } from "./web-routes.ts";

let web: OwnWeb;
let browsers: Record<Who, Visitor>;

beforeAll(async () => {
  // Without a worker nothing changes but by what is sent here.
  web = await startOwnWeb({ PATH: process.env.PATH, ORDER_LINK_SECRET: linkSecret });
  await makeTargets(web.pool);
  browsers = await browsersOfEverybody(web);
});

afterAll(async () => {
  await web?.stop();
});

const actions = new Map(actionsOfBuild().map((action) => [action.name, action]));

async function send(who: Who, form: ForgedForm) {
  const action = actions.get(form.action);
  if (!action) throw new Error(`There is no action ${form.action}.`);
  const browser = browsers[who];
  // Of all that the browser has, whatever address it is for.
  const { headers, ...call } = callOf(action, form.entries);
  const response = await browser.request(addressOf(action, form.entries), {
    ...call,
    headers: { ...headers, cookie: browser.cookieHeader() },
  });
  return { status: response.status, to: leadsTo(response), text: await response.text() };
}

/** What every table holds, but for when sessions were used and what the app measured of itself. */
async function allRows(): Promise<Record<string, string>> {
  const { rows: tables } = await web.pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('mohallamart', 'ten_ocean', 'platform') and tablename not in ('sessions', 'measurements')`,
  );
  const sums = tables.map(
    ({ name }) =>
      `select '${name}' as name, md5(string_agg(t::text, ' ' order by t::text)) as sum from ${name} t`,
  );
  const { rows } = await web.pool.query<{ name: string; sum: string }>(sums.join(" union all "));
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
}

/** Who reads what is personal on the pages from which these forms are sent. */
const personal: Record<string, readonly Who[]> = {
  [emails.customer]: ["customer"],
  "9845077123": [],
  "12th Main": ["customer", "shopkeeper"],
  [emails.tenant]: ["tenant", "captain", "house admin"],
  "applicant@example.com": ["captain", "house admin"],
};

function readBy(who: Who, text: string): string[] {
  const mayNot = Object.entries(personal).filter(([, readers]) => !readers.includes(who));
  return mayNot.map(([word]) => word).filter((word) => text.includes(word));
}

function expected(who: Who, { told, otherwise = "sign in" }: ForgedForm): string {
  return told?.who.includes(who) ? told.answer : otherwise;
}

function answerOf({ status, to }: { status: number; to: string | undefined }): string {
  if (to === undefined) return String(status);
  return /^(\/ten-ocean)?\/sign-in\?/.test(to) ? "sign in" : to;
}

describe.each<[path: string, word: string, readers: readonly Who[]]>([
  ["/orders/ord_forged2", "Idli", ["customer", "shopkeeper", "staff"]],
  ["/account/orders", "Lakshmi Provision Store", ["customer"]],
  ["/shop/products/prod_forged", "Idli", ["shopkeeper"]],
  ["/sell/applications/sk_forged1", "Forged 1", ["staff"]],
  ["/admin/applications", "Forged 1", ["staff"]],
  ["/operations/dead-letters/01FORGED0000000000000003", "send-fruit", ["staff"]],
  ["/operations/messages-in-doubt", "forged:doubt:1", ["staff"]],
  ["/operations/deliveries?subject=ord_forged1", "deliver-sms", ["staff"]],
  ["/ten-ocean/residents/user_applicant", "Noor", ["applicant", ...office]],
  ["/ten-ocean/admin/registrations", "applicant@example.com", office],
  ["/ten-ocean/admin/registrations/user_applicant", "applicant@example.com", office],
  ["/ten-ocean/admin/residents/user_maya", emails.tenant, office],
  ["/ten-ocean/admin/digest/email?resident=user_maya", "Maya", office],
  ["/ten-ocean/maintenance/req_demoWindow", "bedroom window", ["tenant", ...office]],
  ["/ten-ocean/admin/maintenance", "bedroom window", office],
  ["/ten-ocean/announcements/ann_forged", "On Friday.", ["tenant", "neighbor", ...office]],
  ["/ten-ocean/events/evt_demoRooftop", "Supper on the roof", members],
  ["/ten-ocean/forum/topic_forged", "Whose cat", members],
])("%s", (path, word, readers) => {
  it(`is read by ${readers.join(", ")}, and by nobody else`, async () => {
    const seen: Who[] = [];
    for (const who of everybody) {
      const response = await browsers[who].request(path);
      expect([who, response.status < 500]).toEqual([who, true]);
      if ((await response.text()).includes(word)) seen.push(who);
    }
    expect(seen.toSorted()).toEqual([...readers].toSorted());
  });
});

/** What no page's script sends, and what to answer it is not said by the type of an action. */
const damaged: readonly [what: string, call: () => RequestInit][] = [
  ["a text in place of a form", () => textCall('["x"]')],
  ["nothing", () => textCall("[]")],
  ["no list", () => textCall("nonsense")],
  ["no form", () => formCall("[null]")],
  ["a state and no form", () => formCall('[{"values":{}}, null]')],
  ["a damaged list", () => formCall("[")],
  ["a damaged form", () => formCall('["$1"]', "nonsense")],
];

function textCall(body: string): RequestInit {
  return { body, headers: { "content-type": "text/plain;charset=UTF-8" } };
}

function formCall(list: string, part?: string): RequestInit {
  const body = new FormData();
  if (part !== undefined) body.append("1", part);
  body.append("0", list);
  return { body };
}

describe.each(damaged)("a call with %s", (_what, call) => {
  it("fails for nobody, whichever action it names, and changes nothing", async () => {
    const before = await allRows();
    const failed: string[] = [];
    for (const [name, action] of actions) {
      const [who] = forgedForms.find((form) => form.action === name)?.may ?? ["anonymous"];
      const { body, headers } = call();
      const init = { method: "POST", body, headers: { ...headers, "next-action": action.id } };
      const answer = await browsers[who].request(addressOf(action, {}), init);
      await answer.body?.cancel();
      if (answer.status >= 500) failed.push(`${name} for ${who}: ${answer.status}`);
    }
    expect(failed).toEqual([]);
    expect(await allRows()).toEqual(before);
  });
});

describe.each(forgedForms)("$action of $entries", (form) => {
  const mayNot = everybody.filter((who) => !form.may.includes(who));

  it("is refused to everybody else, changes nothing then, and tells nothing of anybody", async () => {
    const before = await allRows();
    for (const who of mayNot) {
      const answer = await send(who, form);
      expect([who, answerOf(answer)]).toEqual([who, expected(who, form)]);
      expect([who, readBy(who, answer.text)]).toEqual([who, []]);
    }
    expect(await allRows()).toEqual(before);
  });

  it("is done for whom it is theirs", async () => {
    const before = await allRows();
    const { status, text } = await send(form.may[0], form);
    expect([status < 400, text.includes('"errors"')]).toEqual([true, false]);
    expect(await allRows()).not.toEqual(before);
  });
});

it("who applied to open a shop is a customer alone, whatever was decided, until its dashboard is theirs", async () => {
  const { rows } = await web.pool.query<{ email: string }>(
    "select email from mohallamart.shopkeepers where shopkeeper_id like 'sk_forged%' order by 1",
  );
  expect(rows.length).toBe(2);
  for (const { email } of rows) {
    const browser = createVisitor(web.url);
    expect((await signIn(web, browser, email, "/sign-in")).path).toBe("/account");
    for (const path of ["/shop", "/shop/products", "/shop/products/prod_forged"])
      expect((await browser.open(path)).path).toMatch(/^\/sign-in\?next=/);
  }
});
