// A relay in a process of its own, to be killed: node relay-process.ts <database url> <engine url>
import type { EventToSend } from "@org/events";
import { createPool } from "../../postgres.ts";
import { createRelay } from "../relay.ts";

const [databaseUrl = "", engineUrl = ""] = process.argv.slice(2);
const silent = () => undefined;

const client = {
  async send(payload: EventToSend | EventToSend[]) {
    const answer = await fetch(engineUrl, { method: "POST", body: JSON.stringify(payload) });
    if (!answer.ok) throw new Error(`The engine answered ${answer.status}.`);
    return { ids: [] };
  },
};

await createRelay({
  pool: createPool({ databaseUrl }),
  client,
  log: { debug: silent, info: silent, warn: silent, error: silent },
}).start();
