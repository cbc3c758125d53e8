import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { EventToSend } from "@org/events";
import { expect, it, onTestFinished } from "vitest";
import { testDatabase } from "../testing/database.ts";
import { postgresOutbox } from "./postgres.ts";
import { event } from "./relay.contract.ts";
import { createRelay } from "./relay.ts";
import { recordingEngine, recordingLog } from "./testing/engine.ts";

const { pool, url } = await testDatabase();
const ids = (events: EventToSend[]) => events.map(({ id }) => id);

const outbox = postgresOutbox(pool);

/** An engine that takes events and never answers, so that its caller dies between sending and marking. */
async function silentEngine() {
  const received: EventToSend[] = [];
  const server = createServer(async (request) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    received.push(...JSON.parse(body));
    server.emit("received");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}`, received, arrival: () => once(server, "received"), close };
}

function relayProcess(engineUrl: string) {
  const script = new URL("testing/relay-process.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, [script, url, engineUrl], { stdio: ["ignore", "ignore", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

it("a relay killed between sending and marking: the next one sends the same events with the same ids", async () => {
  const first = await silentEngine();
  onTestFinished(first.close);
  const arrival = first.arrival();
  const child = relayProcess(first.url);

  await outbox.send([
    { name: "product.outOfStock", v: "1", data: { productId: "prod_1" } },
    { id: "order.created:ord_1", name: "order.created", v: "1", data: { orderId: "ord_1" } },
  ]);
  await arrival;
  const exited = once(child, "exit");
  child.kill("SIGKILL");
  await exited;
  expect((await outbox.state()).pending).toBe(2);

  const second = recordingEngine();
  const relay = createRelay({ pool, client: second, log: recordingLog() });
  await relay.start();
  await expect.poll(async () => (await outbox.state()).pending).toBe(0);
  await relay.stop();
  expect(first.received).toHaveLength(2);
  expect(ids(second.accepted()).toSorted()).toEqual(ids(first.received).toSorted());
});

it("of two relays the one that holds a key's first event is killed: the other sends it, and then what follows", async () => {
  const silent = await silentEngine();
  onTestFinished(silent.close);
  const arrival = silent.arrival();
  const child = relayProcess(silent.url);
  await outbox.send(event("held", 1));
  await arrival;

  const engine = recordingEngine();
  const relay = createRelay({ pool, client: engine, log: recordingLog(), pollInterval: 50 });
  await relay.start();
  onTestFinished(() => relay.stop());
  await outbox.send([event("held", 2), event("other", 1), event("held", 3)]);
  await expect.poll(() => ids(engine.accepted())).toEqual([event("other", 1).id]);
  child.kill("SIGKILL");
  await expect.poll(async () => (await outbox.state()).pending).toBe(0);
  expect(ids(silent.received)).toEqual([event("held", 1).id]);
  expect(ids(engine.accepted())).toEqual(ids([event("other", 1), ...[1, 2, 3].map((n) => event("held", n))]));
});
