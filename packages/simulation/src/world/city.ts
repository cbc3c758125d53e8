import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mohallaMartCommands } from "@org/commands/mohallamart";
import { operationsCommands } from "@org/commands/operations";
import { tenOceanCommands } from "@org/commands/ten-ocean";
import type { EventClient } from "@org/events";
import { createTestEngine, type TestEngine } from "@org/local-engine/test";
import { settleRefunds, startEmulators } from "@org/local-stack";
import { demoProducts } from "@org/stores/demo-data/mohallamart";
import { createRelay } from "@org/stores/outbox/relay";
import { beginning, minutesInADay } from "../history/history.ts";
import { fixChance } from "./chance.ts";
import type { CityServer } from "./database.ts";
import { createFaults } from "./faults.ts";
import { listenForNotices } from "./notices.ts";
import { type ChangedPorts, createPorts, webUrl } from "./ports.ts";
import { silent } from "./silent.ts";
import { workersOf } from "./workers.ts";

export interface CityOptions {
  server: CityServer;
  seed: number;
  /** Whether the web app is the released one from the beginning. */
  released: boolean;
  changed?: ChangedPorts | undefined;
}

export type City = Awaited<ReturnType<typeof startCity>>;

const tenMinutes = 10 * 60_000;

/** What people did at the vendors, which no store of ours knows. */
interface Memory {
  /** Payments that customers made, by order; of one order there may be several. */
  payments: { orderId: string; paymentId: string }[];
  /** Whose account was closed, and when, milliseconds since 1970. */
  gone: { email: string; phone?: string; name: string; at: number }[];
  /** How many pieces of a product there were when its shop began to sell it, by its id. */
  firstStock: Map<string, number>;
  /** When somebody last said over which channels they want to hear, by their id. */
  chosenAt: Map<string, number>;
}

/** Both products on one virtual clock, with their database and their vendors. Nothing in it is left to chance or to time. */
export async function startCity({ server, seed, released, changed }: CityOptions) {
  const cleanUps: (() => unknown)[] = [];
  const stop = async () => {
    for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
  };
  let time = beginning;
  const now = () => time;
  try {
    const notices = await listenForNotices();
    cleanUps.push(notices.close);
    // Started by chance: their ids of themselves must not be those of an earlier play.
    const emulators = await startEmulators({
      rateLimits: false,
      now,
      webUrl,
      paymentWebhookUrl: notices.url,
      // Both would go by the computer's clock, and so by how busy it is.
      unrulyPaymentWebhooks: false,
      refundsTake: Number.POSITIVE_INFINITY,
    });
    cleanUps.push(() => emulators.stop());
    let waiting = false;
    const onEvents = () => {
      waiting = true;
    };
    const database = await server.openDatabase({ now, onEvents });
    cleanUps.push(() => database.close());
    const archiveFolder = await mkdtemp(join(tmpdir(), "city-archive-"));
    cleanUps.push(() => rm(archiveFolder, { recursive: true, force: true }));
    cleanUps.push(fixChance({ now, seed }));

    const { pool } = database;
    const ports = await createPorts({ pool, emulators, archiveFolder, changed });
    cleanUps.push(() => ports.close());
    await ports.search.create();
    await ports.search.import(
      demoProducts.map(({ productId: id, unit: _, stock: available, ...rest }) => ({
        id,
        available,
        ...rest,
      })),
    );
    const faults = createFaults({ now, emulators, released });
    let client: EventClient | undefined;
    const engine: TestEngine = createTestEngine({
      now: time,
      seed,
      hangTimeout: 60_000,
      onTimeChange: (to) => {
        time = to.getTime();
      },
      apps: workersOf({
        ports,
        onStep: (step) => faults.onStep(step, engine),
        onClient: (made) => {
          client ??= made;
        },
      }),
    });
    cleanUps.push(() => engine.close());
    await engine.runUntilIdle();
    if (!client) throw new Error("The engine did not create its apps.");
    const relay = createRelay({ pool, client: faults.client, log: silent });

    const { mohallaMart, tenOcean, orderLinks, registrationLinks, payments, outbox, search } = ports;
    const market = mohallaMartCommands({ ...mohallaMart, orderLinks, payments, outbox, search, log: silent });
    const house = tenOceanCommands({ ...tenOcean, registrationLinks });
    const operations = operationsCommands(ports);
    const memory: Memory = { payments: [], gone: [], firstStock: new Map(), chosenAt: new Map() };

    async function takeNotices(): Promise<boolean> {
      const taken = await notices.take(emulators, now());
      for (const request of taken) {
        const notice = ports.paymentNotices.read(request);
        if (!notice || !market.takePaymentNotice) continue;
        await market.takePaymentNotice(notice).catch(() => notices.again(request, now() + tenMinutes));
      }
      return taken.length > 0;
    }

    async function deliver(): Promise<boolean> {
      const calls = faults.takeSent();
      for (const events of calls) {
        await client?.send(events);
        await engine.runUntilIdle();
      }
      return calls.length > 0;
    }

    /** Lets everything happen that is due, also what comes of that in turn. */
    async function settle(): Promise<void> {
      for (let busy = true; busy; ) {
        busy = await takeNotices();
        if (waiting || faults.relayIsBehind()) {
          waiting = false;
          await relay.drain();
        }
        busy = (await deliver()) || busy;
        await engine.runUntilIdle();
        busy ||= waiting;
      }
    }

    /** The relay looks again at least this often while time passes. */
    const stride = 60 * 60_000;

    async function advanceTo(minute: number): Promise<void> {
      const target = beginning + minute * 60_000;
      while (time < target) {
        await engine.advanceTo(Math.min(target, time + stride));
        await settle();
      }
    }

    return {
      ...{ ports, pool, emulators, engine, faults, market, house, operations, memory },
      settle,
      advanceTo,
      /** Banks have every refund that was begun until now. */
      settleRefunds: () => settleRefunds(emulators.razorpay),
      now,
      /** The day that it is, from 0. */
      today: () => Math.floor((time - beginning) / (minutesInADay * 60_000)),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
