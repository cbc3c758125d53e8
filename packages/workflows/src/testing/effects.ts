import { gunzipSync } from "node:zlib";
import type { Archive } from "@org/integrations/archive/port";
import type { SentMessage } from "@org/local-stack";
import { differencesOfSearch } from "./differences-of-search.ts";
import { asha } from "./place-order.ts";
import type { TestBench } from "./test-bench.ts";

/** Everything that workflows leave behind, in a form that two runs of one scenario can be compared by. */
export async function effectsOf(bench: TestBench) {
  const { vendors, engine, search, mohallaMart, tenOcean, deadLetters, archive, pool } = bench;
  const messages = lastCopies(vendors.outbox()).map(({ vendor, to, subject, text }) => ({
    vendor,
    to,
    subject,
    text: withoutClock(withoutRandomIds(text)),
  }));
  const products = await mohallaMart.products.list();
  return {
    messages: messages.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))),
    stock: Object.fromEntries(products.map(({ productId, available }) => [productId, available])),
    found: (await search.search({ text: "", pageSize: 250 })).documents.map(({ id }) => id).toSorted(),
    searchDiffers: await differencesOfSearch(bench),
    counted: await mohallaMart.analytics.summary({
      from: "2020-01-01T00:00:00Z",
      to: "2100-01-01T00:00:00Z",
    }),
    inbox: (await mohallaMart.notifications.list({ userId: asha.userId })).map(({ type, title }) => [
      type,
      title,
    ]),
    shops: (await mohallaMart.shops.list()).map(({ shopId }) => shopId),
    shopkeepers: await decidedShopkeepers(mohallaMart),
    verifications: (await tenOcean.verifications.listPending()).map(({ userId }) => userId),
    failed: (await deadLetters.list())
      .map(({ app, workflow, status, error }) => [app, workflow, status, error.message].join(" "))
      .toSorted(),
    archived: await contentOf(archive),
    left: await leftIn(pool),
    events: engine
      .events()
      .map(({ name, data }) => withoutRandomIds(JSON.stringify([name, withoutTimes(data)])))
      .toSorted(),
  };
}

async function decidedShopkeepers({ shopkeepers }: TestBench["mohallaMart"]) {
  const lists = (["applied", "approved", "lapsed"] as const).map((status) =>
    shopkeepers.applications({ status }),
  );
  return (await Promise.all(lists))
    .flat()
    .map(({ shopkeeperId, status, dashboardAccess }) => ({ shopkeeperId, status, dashboardAccess }))
    .toSorted((a, b) => a.shopkeeperId.localeCompare(b.shopkeeperId));
}

/** Ids of runs, which alerts name, and of events without a business key differ from run to run. */
function withoutRandomIds<Text extends string | undefined>(text: Text) {
  return text?.replaceAll(/\b[0-9A-HJKMNP-TV-Z]{26}\b/g, "[id]");
}

/** Partners are told when something happened. */
function withoutClock(text: string | undefined) {
  return text?.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "[time]");
}

/** Of a partner's copies of one user the newest: how many there were on the way depends on who was faster. */
function lastCopies(messages: readonly SentMessage[]): SentMessage[] {
  const copies = messages.map((message) => ({ message, ...copiedUser(message) }));
  return copies
    .filter(({ userId, revision }) =>
      copies.every((other) => other.userId !== userId || userId === undefined || other.revision <= revision),
    )
    .map(({ message }) => message);
}

function copiedUser({ vendor, subject, text = "" }: SentMessage): { userId?: string; revision: number } {
  if (vendor !== "partners" || subject !== "user.synced") return { revision: 0 };
  return JSON.parse(text).data;
}

/** How many rows of what is cleaned up are left. */
async function leftIn(pool: TestBench["pool"]): Promise<unknown> {
  const { rows } = await pool.query(
    "select (select count(*) from platform.sessions) as sessions, (select count(*) from platform.deliveries) as deliveries",
  );
  return rows[0];
}

/** What is in the archive's files, by name. */
export async function contentOf(archive: Archive): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const name of await archive.list()) {
    const content = (await archive.get(name)) ?? new Uint8Array();
    files[name] = (name.endsWith(".gz") ? gunzipSync(content) : Buffer.from(content)).toString();
  }
  return files;
}

function withoutTimes(data: unknown): unknown {
  const { occurredAt: _, ...rest } = Object(data);
  return rest;
}
