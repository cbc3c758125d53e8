import type { ConvexDeployment } from "../convex/deployment.ts";
import { functions } from "../convex/functions.ts";
import { everyPage } from "../convex/pages.ts";
import type { LeftOut, PersonalData, PersonalDataFile } from "./port.ts";

type Row = Record<string, unknown>;

const byAccount = [
  ...["users", "preferences", "consents", "savedAddresses", "watchers", "notifications", "orders"],
  ...["analyticsEvents", "analyticsSessions", "analyticsUsers"],
  ...["sessions", "knownBrowsers", "passkeys", "deliveries"],
] as const;

const byAddress = ["checkouts", "releasedPayments", "receivedApplications", "shopkeepers"] as const;

const copies = "Copies of what stands in the other tables, on their way to what acts on them.";
const link = "The secret of a link in a message: whoever has it acts for the person.";
const random = "A hash of the secret that a browser holds: it says nothing, and is kept to be compared.";

/** What is kept of a person and not in their file, by the deployment's tables. */
export const convexLeftOut: readonly LeftOut[] = [
  { table: "unsubscribeTokens", why: link },
  { table: "receivedApplications", columns: ["token"], why: link },
  { table: "orderLinks", why: "Hashes of such links, without the links." },
  { table: "closedAccounts", why: "Ids of accounts that are closed; this one is open." },
  {
    table: "shopkeepers",
    columns: ["approvedBy", "rejectedBy"],
    why: "Who of the staff decided: somebody else's.",
  },
  { table: "staff", why: "Of those who work here, whom their employer tells." },
  { table: "sessions", columns: ["tokenHash"], why: random },
  { table: "knownBrowsers", columns: ["tokenHash"], why: random },
  {
    table: "deliveries",
    rows: "Messages to others about the person.",
    why: "They were sent to somebody else, whose they are.",
  },
  { table: "passkeyChallenges", why: "A random number that a browser signs within five minutes." },
  { table: "outbox", why: copies },
  { table: "eventTraces", why: "Which functions such a copy has started, for two days." },
  { table: "deadLetters", why: copies },
  { table: "runsInDoubt", why: copies },
];

/**
 * What the marketplace keeps of its customers in Convex. It is read in many calls: what changes meanwhile is in the file as it
 * was before or after.
 */
export function convexMohallaMartPersonalData(deployment: ConvexDeployment): PersonalData {
  const read = reading(deployment);
  return {
    async of(userId) {
      const [person] = await read.rows("users", userId);
      if (!person) return undefined;
      const email = String(person.email).toLowerCase();
      const tables: PersonalDataFile["tables"] = {};
      for (const table of byAccount) tables[table] = await read.rows(table, userId);
      tables.deliveries = (tables.deliveries ?? []).filter(({ recipient }) => recipient === "customer");
      for (const table of byAddress) tables[table] = await read.rows(table, email);
      await addOrders(read, tables);
      await addVisits(read, tables);
      await addShops(read, tables, userId);
      const madeAt = new Date().toISOString();
      return {
        format: "personal-data/1",
        product: "mohallamart",
        userId,
        madeAt,
        tables,
        leftOut: convexLeftOut,
      };
    },
  };
}

type Reading = ReturnType<typeof reading>;

function reading(deployment: ConvexDeployment) {
  const { query } = deployment.callsOf("personal-data");
  const { personalData } = functions;
  const pages = (read: (cursor: string | null) => Promise<{ rows: string[]; next: string | null }>) =>
    everyPage<string, Row>("", async (cursor) => {
      const { rows, next } = await read(cursor || null);
      return { rows: rows.map(rowFrom), next };
    });
  return {
    rows: (source: string, key: string) =>
      pages((cursor) => query(personalData.rows, { source, key, cursor })),
    ofVisit: (sessionId: string) => pages((cursor) => query(personalData.ofVisit, { sessionId, cursor })),
    ofOrder: (orderId: string) => query(personalData.ofOrder, { orderId }),
    shop: (shopId: string) => query(personalData.shop, { shopId }),
  };
}

async function addOrders(read: Reading, tables: PersonalDataFile["tables"]): Promise<void> {
  for (const { orderId } of tables.orders ?? [])
    for (const [table, rows] of Object.entries(await read.ofOrder(String(orderId))))
      tables[table] = distinct([...(tables[table] ?? []), ...rows.map(rowFrom)]);
}

/** Also what was done in their visits before they were known, as erasure reads it. */
async function addVisits(read: Reading, tables: PersonalDataFile["tables"]): Promise<void> {
  const known = [...(tables.analyticsEvents ?? []), ...(tables.analyticsSessions ?? [])];
  const visits = new Set(
    known.flatMap(({ sessionId }) => (typeof sessionId === "string" ? [sessionId] : [])),
  );
  for (const visit of visits) tables.analyticsEvents?.push(...(await read.ofVisit(visit)));
}

async function addShops(read: Reading, tables: PersonalDataFile["tables"], userId: string): Promise<void> {
  const applications = await read.rows("applications", userId);
  tables.shopkeepers = distinct([...(tables.shopkeepers ?? []), ...applications]);
  const shops = await Promise.all(
    [...new Set(tables.shopkeepers.map(({ shopId }) => String(shopId)))].map(read.shop),
  );
  tables.shops = shops.flatMap((text) => (text === null ? [] : [rowFrom(text)]));
}

function distinct(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}

/** Holds because the functions alone write it, of a document. */
function rowFrom(text: string): Row {
  return JSON.parse(text);
}
