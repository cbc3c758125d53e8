// A relay in a process of its own beside the worker's, as a second worker would have one.
import { createRelay } from "@org/stores/outbox/relay";
import { createPool } from "@org/stores/postgres";
import { Inngest } from "inngest";

const write = (level: string) => (entry: object, message: string) =>
  void process.stdout.write(`${level} ${message} ${JSON.stringify(entry)}\n`);
const log = { debug: () => {}, info: write("info"), warn: write("warn"), error: write("error") };

// biome-ignore lint/style/noProcessEnv: it is a command-line entry point.
const pool = createPool({ databaseUrl: process.env.DATABASE_URL ?? "", log });
const relay = createRelay({ pool, client: new Inngest({ id: "outbox-relay" }), log });
await relay.start();
process.stdout.write("the relay runs\n");

process.once("SIGTERM", async () => {
  await relay.stop();
  await pool.end();
});
