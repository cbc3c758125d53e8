import { convexSide } from "./convex-side.ts";
import { type CopyReport, copyStores, countStores, type TableCounts } from "./copy.ts";
import { type CopyCommand, readCommand, storesUsage } from "./options.ts";
import { postgresSide } from "./postgres-side.ts";
import { CopyRefusedError } from "./refusals.ts";
import type { CopySide, StoreName } from "./side.ts";
import { copiedTables } from "./tables.ts";

export { storesUsage };

/** Where the two stores are. */
export interface StoreAddresses {
  /** With the role that owns the tables, not through a pooler in transaction mode. */
  databaseUrl?: string;
  convexUrl?: string;
  convexServiceKey?: string;
}

export interface StoresResult {
  /** 0 done, 1 not possible, 2 a wrong command line. */
  code: 0 | 1 | 2;
  text: string;
}

/**
 * What an operator does with the marketplace's two stores: `copy --from postgres --to convex`, `clear --store convex --yes`.
 * @param say a line of progress
 */
export async function storesCommand(
  parameters: readonly string[],
  addresses: StoreAddresses,
  say: (line: string) => void,
): Promise<StoresResult> {
  const sides: CopySide[] = [];
  const open = async (name: StoreName) => {
    const side = await openSide(name, addresses);
    sides.push(side);
    await side.check();
    return side;
  };
  try {
    const command = readCommand(parameters);
    if (!command) return { code: 0, text: `Usage:\n${storesUsage}` };
    if (command.verb === "copy") return await copy(command, open, say);
    await (await open(command.store)).clear(copiedTables);
    return { code: 0, text: `The marketplace in ${command.store} is empty.` };
  } catch (error) {
    if (!CopyRefusedError.isInstance(error)) throw error;
    const isUsage = error.code === "usage";
    return {
      code: isUsage ? 2 : 1,
      text: isUsage ? `${error.message}\n\nUsage:\n${storesUsage}` : error.message,
    };
  } finally {
    await Promise.all(sides.map((side) => side.close()));
  }
}

async function openSide(name: StoreName, addresses: StoreAddresses): Promise<CopySide> {
  const { databaseUrl, convexUrl, convexServiceKey } = addresses;
  if (name === "postgres") {
    if (!databaseUrl) throw unset("DATABASE_URL");
    return await postgresSide(databaseUrl);
  }
  if (!convexUrl) throw unset("CONVEX_URL");
  if (!convexServiceKey) throw unset("CONVEX_SERVICE_KEY");
  return convexSide({ url: convexUrl, serviceKey: convexServiceKey });
}

function unset(variable: string): CopyRefusedError {
  return new CopyRefusedError("not-configured", `${variable} is not set. See .env.example.`);
}

async function copy(
  command: CopyCommand,
  open: (name: StoreName) => Promise<CopySide>,
  say: (line: string) => void,
): Promise<StoresResult> {
  const { isDryRun, handsOver, asJson } = command;
  const from = await open(command.from);
  const to = await open(command.to);
  const options = { from, to, tables: copiedTables };
  const names = { from: from.name, to: to.name };
  if (isDryRun) {
    const tables = await countStores(options);
    return { code: 0, text: asJson ? json({ ...names, isDryRun, tables }) : tableOf(tables, names) };
  }
  const report = await copyStores({ ...options, say, now: Date.now, handsOver });
  return {
    code: 0,
    text: asJson
      ? json({ ...names, isDryRun, ...report })
      : `${tableOf(report.tables, names)}\n${outcome(report, names)}`,
  };
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

function tableOf(tables: readonly TableCounts[], { from, to }: { from: string; to: string }): string {
  const line = (name: string, source: unknown, target: unknown) =>
    `${name.padEnd(22)}${String(source).padStart(12)}${String(target).padStart(12)}`;
  return [line("", from, to), ...tables.map(({ table, source, target }) => line(table, source, target))].join(
    "\n",
  );
}

function outcome(report: CopyReport, { from, to }: { from: string; to: string }): string {
  const { written, waiting, handedOver } = report;
  const done = `${written} rows were copied to ${to}, and the counts are equal.`;
  if (handedOver)
    return `${done} What the outbox in ${from} had to send is sent from ${to}. Set MARKETPLACE_STORE=${to} and start the apps.`;
  if (waiting === 0 || from === "convex") return done;
  return `${done}\nwarning: ${waiting} events wait in the outbox of ${from}, and are in ${to} as well. Before you switch, run this again with --hand-over, so that one of them sends them.`;
}
