import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import type { TableNames } from "../convex/_generated/dataModel.d.ts";
import { type LocalDeployment, localDeployment, tableNames } from "../src/testing/local-deployment.ts";

/** Milliseconds after a change until it is in the file: what a killed process loses. */
const savedAfter = 1_000;

type Documents = Partial<Record<TableNames, Record<string, unknown>[]>>;

/** The state as text: documents by table, in the order in which they were made. */
async function stateOf({ run }: LocalDeployment): Promise<string> {
  return run(async ({ db }) => {
    const documents: Documents = {};
    for (const table of tableNames) documents[table] = await db.query(table).collect();
    return JSON.stringify(documents);
  });
}

/** Documents name each other by ids of ours, so that they may get other ones of Convex's. */
async function load({ run }: LocalDeployment, text: string): Promise<void> {
  const documents: Documents = JSON.parse(text);
  await run(async ({ db }) => {
    for (const table of tableNames)
      for (const { _id, _creationTime, ...values } of documents[table] ?? [])
        await db.insert(table, sameShape(values));
  });
}

/** Holds as long as the schema is that of the file; otherwise inserting refuses it. */
function sameShape<Shape>(values: Record<string, unknown>): Shape {
  return values as Shape;
}

const [port, file, serviceKey] = process.argv.slice(2);
if (!port || !file || !serviceKey) {
  process.stderr.write("Usage: node scripts/convex-local.ts <port> <file of its state> <service key>\n");
  process.exit(2);
}

let timer: NodeJS.Timeout | undefined;
const deployment = await localDeployment({
  serviceKey,
  port: Number(port),
  onMutation() {
    timer ??= setTimeout(() => {
      timer = undefined;
      void save();
    }, savedAfter);
  },
});

async function save(): Promise<void> {
  writeFileSync(`${file}.new`, await stateOf(deployment));
  renameSync(`${file}.new`, String(file));
}

async function stop(): Promise<void> {
  clearTimeout(timer);
  deployment.stop();
  await save();
  process.exit(0);
}

if (existsSync(file)) {
  try {
    await load(deployment, readFileSync(file, "utf8"));
  } catch {
    process.stderr.write(`${file} is of other tables than these functions'. Delete it to begin anew.\n`);
    process.exit(1);
  }
}
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
process.stdout.write(`the Convex functions answer on ${deployment.url}\n`);
