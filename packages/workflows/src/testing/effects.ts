import { gunzipSync } from "node:zlib";
import type { Archive } from "@org/integrations/archive/port";
import type { SentMessage } from "@org/local-stack";
import { eventsOf } from "./events-of.ts";
import { asha } from "./place-order.ts";
import type { TestBench } from "./test-bench.ts";

/** Everything that workflows leave behind, in a form that two runs of one scenario can be compared by. */
export async function effectsOf(bench: TestBench) {
  const { vendors, engine, search, mohallaMart, deadLetters, archive, pool } = bench;
  const products = await mohallaMart.products.list();
  return {
    messages: textsOf(lastCopies(vendors.outbox())).map(withoutChance).toSorted(),
    stock: Object.fromEntries(products.map(({ productId, available }) => [productId, available])),
    found: (await search.search({ text: "", pageSize: 250 })).documents.map(({ id }) => id).toSorted(),
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
    tenOcean: await rowsOf(pool, "ten_ocean"),
    failed: (await deadLetters.list())
      .map(({ app, workflow, status, error }) => [app, workflow, status, error.message].join(" "))
      .toSorted(),
    archived: await contentOf(archive),
    pictures: await bench.pictures.list(),
    left: await bench.rows.left(),
    events: eventsOf(engine)
      .map(({ name, data }) => withoutChance(JSON.stringify([name, data])))
      .toSorted(),
  };
}

async function decidedShopkeepers({ shopkeepers }: TestBench["mohallaMart"]) {
  const lists = (["applied", "approved", "rejected", "lapsed"] as const).map((status) =>
    shopkeepers.applications({ status }),
  );
  return (await Promise.all(lists))
    .flat()
    .map(({ shopkeeperId, status, dashboardAccess }) => ({ shopkeeperId, status, dashboardAccess }))
    .toSorted((a, b) => a.shopkeeperId.localeCompare(b.shopkeeperId));
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

/** All rows of a schema's tables, by table. */
async function rowsOf(pool: TestBench["pool"], schema: string): Promise<Record<string, string[]>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = $1 order by 1",
    [schema],
  );
  const each = tables.map(
    ({ name }) =>
      `select '${name}' as name, (to_jsonb(kept) - 'position')::text as row from ${schema}.${name} kept`,
  );
  const { rows } = await pool.query<{ name: string; row: string }>(each.join(" union all "));
  return Object.fromEntries(
    tables.map(({ name }) => [
      name,
      rows
        .filter((each) => each.name === name)
        .map(({ row }) => withoutChance(row))
        .toSorted(),
    ]),
  );
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

/** As text: to whom, over what, and what it said. */
function textsOf(messages: readonly SentMessage[]): string[] {
  return messages.map(({ vendor, to, subject, text }) => JSON.stringify({ vendor, to, subject, text }));
}

/** Messages that left more than once. Each names what it is about, so two equal ones are one key on one channel. */
export function duplicatesOf({ vendors }: TestBench): string[] {
  const messages = textsOf(vendors.outbox()).toSorted();
  return messages.filter((message, index) => message === messages[index - 1]);
}

/** Times and the ids that runs and payments get are different in each play. */
export function withoutChance(text: string): string {
  return text
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+(?:Z|\+00:00)/g, "<time>")
    .replaceAll(/\b[0-9A-HJKMNP-TV-Z]{26}\b/g, "<run>")
    .replaceAll(/\bpay_[0-9a-f]{14}\b/g, "<payment>")
    .replaceAll(/\brfnd_[0-9a-f]{14}\b/g, "<refund>");
}
