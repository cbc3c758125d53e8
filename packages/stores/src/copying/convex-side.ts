import { setTimeout as sleep } from "node:timers/promises";
import { IntegrationError } from "@org/integrations/error";
import {
  type ConvexCalls,
  type ConvexDeployment,
  checkDeployment,
  convexDeployment,
} from "../convex/deployment.ts";
import { functions } from "../convex/functions.ts";
import type { CopiedTable } from "./copied-table.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { CopyRefusedError } from "./refusals.ts";
import { type Batch, type CopiedRow, type CopySide, cursorOf, inBatches, type Position } from "./side.ts";

/** What one call reads of a table. Convex reads 32,000 documents in one, and those beside them. */
const readAtOnce = 1_000;
/** Milliseconds for a call: it writes hundreds of documents. */
const timeout = 60_000;
/** Milliseconds between the tries of a call that Convex did not serve. */
const waits = [1_000, 2_000, 4_000, 8_000];

export interface ConvexSideOptions {
  url: string;
  serviceKey: string;
  /** Waits so many milliseconds before a call is tried again. */
  pause?: (milliseconds: number) => Promise<unknown>;
}

/** The marketplace in a deployment of Convex. */
export function convexSide({ url, serviceKey, pause = sleep }: ConvexSideOptions): CopySide {
  const deployment = convexDeployment({ url, serviceKey, timeout });
  const { query, mutation } = patientCalls(deployment, pause);
  const { copying, outbox } = functions;
  return wordedOf({
    name: "convex",
    fingerprint: fingerprintOf(url),
    check: () => checkDeployment(deployment),

    async count({ name: table }) {
      let sum = 0;
      for (let after: number | null = 0; after !== null; ) {
        const page: { count: number; next: number | null } = await query(copying.count, {
          ...{ table, after },
          limit: readAtOnce,
        });
        sum += page.count;
        after = page.next;
      }
      return sum;
    },

    batches: (table, after) => inBatches(documentsOf(query, table, after)),
    waiting: async () => (await query(outbox.state, {})).pending,
    // Its relay runs for as long as the marketplace is kept there, and no longer.
    handOver: async () => undefined,
    progress: () => query(copying.progress, {}),
    filled: (tables) => query(copying.filled, { tables: tables.map(({ name }) => name) }),

    async begin(source, tables) {
      await mutation(copying.begin, { source, tables: tables.map(({ name }) => name) });
    },

    write: (table, after, batch) => writeBatch(mutation, table, after, batch),

    async finish() {
      await mutation(copying.finish, {});
    },

    async clear(tables) {
      for (const table of [...tables.map(({ name }) => name), "copies"])
        while (!(await mutation(copying.clear, { table })));
    },

    close: async () => undefined,
  });
}

/** See `CopySide.write`. A document that the deployment's schema refuses is found by writing ever fewer at once. */
async function writeBatch(
  mutation: ConvexCalls["mutation"],
  table: CopiedTable,
  after: string | undefined,
  batch: Batch,
): Promise<Position> {
  const cursor = cursorOf(batch) ?? "";
  const documents = batch.map(({ document, beside }) => ({ document, beside }));
  const place = { table: table.name, after: after ?? null, cursor };
  try {
    const stands = await mutation(functions.copying.write, { ...place, documents });
    return { copied: stands.copied, ...(stands.cursor !== null && { cursor: stands.cursor }) };
  } catch (error) {
    if (!IntegrationError.isInstance(error) || error.code !== "function-failed") throw error;
    const half = Math.ceil(batch.length / 2);
    if (half === batch.length) throw notTaken(table, batch, error);
    const first = batch.slice(0, half);
    const stands = await writeBatch(mutation, table, after, first);
    if (stands.cursor !== cursorOf(first)) return stands;
    return await writeBatch(mutation, table, stands.cursor, batch.slice(half));
  }
}

function notTaken({ name }: CopiedTable, [row]: Batch, cause: Error): CopyRefusedError {
  return new CopyRefusedError(
    "value-not-held",
    `Convex refuses ${name} ${row?.key}: it is no document as the deployment's schema has them. Set it right in Postgres, and go on: nothing is lost.`,
    { cause },
  );
}

/** In the order in which they were made, as their indexes have them; a cursor is when its document was made. */
async function* documentsOf(
  query: ConvexCalls["query"],
  table: CopiedTable,
  cursor: string | undefined,
): AsyncGenerator<CopiedRow> {
  for (let after: number | null = Number(cursor ?? 0); after !== null; ) {
    const page: { documents: { document: string; beside?: string }[]; next: number | null } = await query(
      functions.copying.page,
      { table: table.name, after, limit: readAtOnce },
    );
    for (const { document, beside } of page.documents) {
      const { _id, _creationTime, ...values } = JSON.parse(document);
      const row = {
        key: keyOf(table, values),
        document: JSON.stringify(values),
        cursor: String(_creationTime),
      };
      yield beside === undefined ? row : { ...row, beside };
    }
    after = page.next;
  }
}

/**
 * Tries again what Convex did not serve. Of a write that took effect all the same the second one finds that the table stands
 * where it wanted to bring it.
 */
function patientCalls(
  deployment: ConvexDeployment,
  pause: (milliseconds: number) => Promise<unknown>,
): ConvexCalls {
  const calls = deployment.callsOf("copying");
  async function patiently<Result>(call: () => Promise<Result>): Promise<Result> {
    for (const wait of waits) {
      try {
        return await call();
      } catch (error) {
        if (!IntegrationError.isInstance(error) || error.kind !== "retryable") throw error;
        await pause(wait);
      }
    }
    return await call();
  }
  return {
    query: (called, values) => patiently(() => calls.query(called, values)),
    mutation: (called, values) => patiently(() => calls.mutation(called, values)),
  };
}

function keyOf({ order, toRows }: CopiedTable, values: Parameters<CopiedTable["toRows"]>[0]): string {
  const [first] = toRows(values);
  return order.map((column) => first?.row[column] ?? "").join(" ");
}

/** Failures of calls in the words of a copy; each says what to set right already. */
function wordedOf(side: CopySide): CopySide {
  const worded =
    <Given extends unknown[], Result>(act: (...given: Given) => Promise<Result>) =>
    async (...given: Given) => {
      try {
        return await act(...given);
      } catch (error) {
        if (!IntegrationError.isInstance(error)) throw error;
        throw new CopyRefusedError("unavailable", error.message, { cause: error });
      }
    };
  const { name, fingerprint } = side;
  return {
    ...{ name, fingerprint },
    async *batches(...given) {
      const batches = side.batches(...given)[Symbol.asyncIterator]();
      const next = worded(() => batches.next());
      for (let found = await next(); !found.done; found = await next()) yield found.value;
    },
    check: worded(side.check),
    count: worded(side.count),
    waiting: worded(side.waiting),
    handOver: worded(side.handOver),
    progress: worded(side.progress),
    filled: worded(side.filled),
    begin: worded(side.begin),
    write: worded(side.write),
    finish: worded(side.finish),
    clear: worded(side.clear),
    close: worded(side.close),
  };
}
