import { join } from "node:path";
import { type Stack, startStack } from "@org/local-stack";
import { loadDemoContent } from "@org/stores/demo-data/load-demo-content";
import { mohallaMartStores } from "@org/stores/mohallamart/postgres";
import { createPool } from "@org/stores/postgres";
import { tenOceanStores } from "@org/stores/ten-ocean/postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { fillRoute } from "./portal-routes.ts";
import { sampleOf } from "./portal-samples.ts";
import { oneOfEach, type Role, roles, shopId } from "./roles.ts";
import { callOf, leadsTo } from "./server-actions.ts";
import { type Action, actionsOfBuild, actionsOfSources, addresses } from "./web-routes.ts";

const table = join(import.meta.dirname, "../../../docs/security/routes.md");

/** What an address or an action answers each role. */
type Row = readonly [what: string, answers: Record<Role, string>];

let stack: Stack;
let cookies: Record<Role, string>;
let samples: ReadonlyMap<string, string>;
let addressRows: Row[];
let actionRows: Row[];
let leftSignedOut: Role[];

beforeAll(async () => {
  stack = await startStack({ environment: process.env });
  const pool = createPool({ databaseUrl: stack.urls.postgres });
  await loadDemoContent(tenOceanStores(pool), { now: new Date() });
  const sold = await mohallaMartStores(pool).products.list({ shopId });
  const productId = sold.toSorted((a, b) => b.available - a.available)[0]?.productId ?? "";
  const made = await oneOfEach(stack, productId);
  await pool.end();
  ({ cookies } = made);
  samples = new Map([
    ["shopId", shopId],
    ["orderId", made.orderId],
    ["productId", productId],
    ["shopkeeperId", "sk_999"],
    ["runId", "run_none"],
    ["vendor", "resend"],
    ["picture", "no-picture"],
    ["file", "240.webp"],
    ["orderToken", made.token],
  ]);
  addressRows = await rowsOf(
    addresses.map(({ method, route }) => [`${method} ${route}`, (role) => askFor(role, method, route)]),
  );
  const actions = inOrder(actionsOfBuild());
  const rowsOfActions = (some: readonly Action[]) =>
    rowsOf(some.map((action) => [action.name, (role) => act(role, action)]));
  const closing = actions.findIndex(({ name }) => name === ends[3]);
  const ending = actions.findIndex(({ name }) => name === ends[0]);
  const harmless = await rowsOfActions(actions.slice(0, ending));
  leftSignedOut = await signedOut();
  const sessionsEnded = await rowsOfActions(actions.slice(ending, closing));
  for (const role of ["customer", "other customer"] as const) cookies[role] = await made.signInAgain(role);
  actionRows = [...harmless, ...sessionsEnded, ...(await rowsOfActions(actions.slice(closing)))];
}, 400_000);

afterAll(async () => {
  await stack?.stop();
});

/** One after the other: what one role does is not to change what another is told. */
async function rowsOf(
  asked: readonly (readonly [string, (role: Role) => Promise<string>])[],
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [what, ask] of asked) {
    const answers: Partial<Record<Role, string>> = {};
    for (const role of roles) answers[role] = await ask(role);
    rows.push([what, everyRole(answers)]);
  }
  return rows;
}

function everyRole(answers: Partial<Record<Role, string>>): Record<Role, string> {
  return Object.fromEntries(roles.map((role) => [role, answers[role] ?? ""])) as Record<Role, string>;
}

function filled(route: string): string {
  return fillRoute(route, (parameter) => {
    const own = route === "/o/[token]" ? "orderToken" : parameter;
    return samples.get(own) ?? sampleOf(parameter);
  });
}

async function send(role: Role, path: string, init: RequestInit = {}): Promise<string> {
  const response = await fetch(new URL(path, stack.urls.web), {
    ...init,
    redirect: "manual",
    signal: AbortSignal.timeout(30_000),
    headers: {
      cookie: cookies[role],
      origin: stack.urls.web,
      "x-forwarded-for": `10.9.${roles.indexOf(role)}.1`,
      ...init.headers,
    },
  });
  await response.body?.cancel();
  const location = leadsTo(response);
  return location ? named(location) : String(response.status);
}

/** Where a redirect leads, as the folders name it. */
function named(location: string): string {
  const { pathname } = new URL(location, stack.urls.web);
  if (/^(\/ten-ocean)?\/sign-in$/.test(pathname)) return "sign in";
  const parts = pathname
    .split("/")
    .map((part) => {
      const [name] = [...samples].find(([, value]) => value !== "" && value === part) ?? [];
      return name === undefined ? part : `[${name}]`;
    })
    .join("/");
  return `to ${parts}`;
}

function askFor(role: Role, method: "GET" | "POST", route: string): Promise<string> {
  const path = filled(route);
  return send(role, path, method === "POST" ? { method, body: new URLSearchParams() } : {});
}

/** Calls an action as a page's script does, with the order that is one customer's, and nothing else that exists. */
function act(role: Role, action: Action): Promise<string> {
  return send(role, filled(action.route), callOf(action, { orderId: samples.get("orderId") ?? "" }));
}

/** What ends links, sessions and accounts comes last, in this order; customers sign in again before the accounts. */
const ends = [
  "orders/revoke-action submitRevocation",
  "session/security/session-actions endOtherSession",
  "session/security/session-actions endEverySession",
  "account/account-actions submitClosing",
  "session/sign-in-actions signOut",
];

function inOrder(actions: readonly Action[]): Action[] {
  const rank = ({ name }: Action) => ends.indexOf(name);
  return actions.toSorted((a, b) => rank(a) - rank(b));
}

/** A page of each role that signs in: one that is led away from it was signed out by an action that is not in `ends`. */
const ownPages: Partial<Record<Role, string>> = {
  customer: "/account",
  "other customer": "/account",
  shopkeeper: "/shop",
  "other shopkeeper": "/shop",
  staff: "/operations",
  resident: "/ten-ocean/profile",
  captain: "/ten-ocean/admin/registrations",
  "house admin": "/ten-ocean/admin/registrations",
};

async function signedOut(): Promise<Role[]> {
  const asked = roles.filter((role) => ownPages[role] !== undefined);
  const answers = await Promise.all(asked.map((role) => send(role, ownPages[role] ?? "/")));
  return asked.filter((_role, n) => answers[n] !== "200");
}

function answer(rows: readonly Row[], what: string): Record<Role, string> {
  const [, found] = rows.find(([name]) => name === what) ?? [];
  if (!found) throw new Error(`There is no row of ${what}.`);
  return found;
}

it("asks every action that the sources have", () => {
  expect(actionRows.map(([name]) => name).toSorted((a, b) => a.localeCompare(b, "en"))).toEqual([
    ...actionsOfSources,
  ]);
});

it("asks everybody while they are signed in", () => {
  expect(leftSignedOut, "An action ends sessions: name it in `ends`.").toEqual([]);
});

it("has a row for every address and action, as docs/security/routes.md says", async () => {
  await expect(written()).toMatchFileSnapshot(table);
});

it("fails for nobody", () => {
  const failed = [...addressRows, ...actionRows].flatMap(([what, answers]) =>
    roles.filter((role) => /^5\d\d$/.test(answers[role])).map((role) => `${what} for ${role}`),
  );
  expect(failed.filter((each) => !each.startsWith("GET /health"))).toEqual([]);
});

it("answers whose account was erased, and who only applied, as anybody", () => {
  for (const [what, answers] of [...addressRows, ...actionRows]) {
    expect([what, answers["erased customer"]]).toEqual([what, answers.anonymous]);
    expect([what, answers.applicant]).toEqual([what, answers.anonymous]);
  }
});

it.each<[string, readonly Role[]]>([
  ["GET /orders/[orderId]", ["link holder", "customer", "shopkeeper", "staff"]],
  ["GET /orders/[orderId]/progress", ["link holder", "customer", "shopkeeper", "staff"]],
  ["GET /orders/[orderId]/cancel", ["link holder", "customer"]],
  ["GET /shop", ["shopkeeper", "other shopkeeper"]],
  ["GET /operations", ["staff"]],
  ["GET /operations/cascade", ["staff"]],
  ["GET /operations/deliveries", ["staff"]],
  ["GET /admin/applications", ["staff"]],
  ["GET /ten-ocean/admin/registrations", ["captain", "house admin"]],
  ["GET /ten-ocean/residents/[userId]", ["resident", "captain", "house admin"]],
  ["GET /ten-ocean/residents/[userId]/progress", ["resident", "captain", "house admin"]],
  ["GET /sell/applications/[shopkeeperId]", ["shopkeeper", "staff"]],
  ["GET /sell/applications/[shopkeeperId]/progress", ["shopkeeper", "staff"]],
])("opens %s to %j alone", (what, allowed) => {
  const answers = answer(addressRows, what);
  expect(roles.filter((role) => answers[role] === "200")).toEqual(allowed);
});

it.each<[string, readonly Role[]]>([
  ["orders/cancel-action submitCancellation", ["link holder", "customer"]],
  ["orders/revoke-action submitRevocation", ["customer", "staff"]],
])("does %s for %j alone, and tells everybody else that there is no such order", (what, allowed) => {
  const answers = answer(actionRows, what);
  for (const role of roles)
    expect([role, answers[role]]).toEqual([role, allowed.includes(role) ? "to /orders/[orderId]" : "404"]);
});

it.each(["/operations", "/admin", "/shop", "/account", "/ten-ocean/admin", "/ten-ocean/profile"])(
  "shows nobody without a session a page of %s",
  (folder) => {
    const within = addressRows.filter(
      ([what]) => what === `GET ${folder}` || what.startsWith(`GET ${folder}/`),
    );
    const open = [
      "GET /account/closed",
      "GET /ten-ocean/profile/deleted",
      "GET /ten-ocean/profile/email/[token]",
    ];
    expect(within.length).toBeGreaterThan(0);
    for (const [what, { anonymous }] of within)
      if (!open.includes(what)) expect([what, anonymous]).not.toEqual([what, "200"]);
  },
);

function written(): string {
  const head = `| | ${roles.join(" | ")} |\n|---|${roles.map(() => "---|").join("")}`;
  const lines = (rows: readonly Row[]) =>
    rows
      .toSorted(([a], [b]) => a.localeCompare(b, "en"))
      .map(([what, answers]) => `| \`${what}\` | ${roles.map((role) => answers[role]).join(" | ")} |`)
      .join("\n");
  return `# Routes and roles

What the web app answers each role, as [\`route-roles.test.ts\`](../../apps/web/e2e/route-roles.test.ts) found by asking the
real app over HTTP; it fails when this page says something else, and \`pnpm exec vitest run apps/web/e2e/route-roles.test.ts -u\`
writes it anew. Everybody asks for the same order: *customer* placed it at the shop of *shopkeeper*, *link holder* opened the
link in its email. *erased customer* still has the cookie of a session, *applicant* waits to be confirmed as a resident.

A number is the status of the answer, *sign in* a redirect to the sign-in page, *to …* one to that page. A stream that is
open counts as 200. Of [whom an order is](../decisions/an-orders-link-is-derived.md).

## Addresses

${head}
${lines(addressRows)}

## Actions

Called as a page's script does, with the order's id and no other entry. 200 is the form that comes back with what is wrong.

${head}
${lines(actionRows)}
`;
}
