import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterEach, describe, expect, it, onTestFinished } from "vitest";
import { freePort } from "../network/ports.ts";
import { identify } from "../processes/identity.ts";
import { standIns } from "../testing/stand-ins.ts";
import { CrashError } from "./crash-error.ts";
import { type Stack, type StackOptions, startStack } from "./start-stack.ts";

const lines: string[] = [];
const stacks: Stack[] = [];

afterEach(async () => {
  for (const stack of stacks.splice(0)) await stack.stop();
  lines.length = 0;
});

async function start(options: Partial<StackOptions> = {}): Promise<Stack> {
  const stack = await startStack({
    environment: process.env,
    commands: standIns(),
    onLine: (name, line) => lines.push(`${name}: ${line}`),
    ...options,
  });
  stacks.push(stack);
  return stack;
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}

describe("startStack", () => {
  it("starts every part, migrates first, and leaves nothing when it stops", async () => {
    const stack = await start();
    const { web, worker, engine, inbox } = stack.urls;
    for (const url of [web, worker, engine, inbox]) expect(await answers(url)).toBe(true);
    const client = new Client({ connectionString: stack.environment.DATABASE_URL });
    await client.connect();
    await client.end();
    expect(lines).toContain(`migrate: migrated ${stack.urls.postgres}`);
    expect(lines.indexOf("worker: worker listens")).toBeGreaterThan(
      lines.findIndex((line) => /migrated/.test(line)),
    );
    await stack.stop();
    for (const url of [web, worker, engine, inbox]) expect(await answers(url)).toBe(false);
  });

  it("points the apps at the emulators, whatever keys the caller has", async () => {
    const stack = await start({
      environment: { ...process.env, RESEND_API_KEY: "re_real", INNGEST_EVENT_KEY: "real" },
    });
    expect(stack.environment).toMatchObject({
      RESEND_API_KEY: stack.emulators.resend.apiKey,
      RESEND_BASE_URL: stack.emulators.resend.url,
      TWILIO_BASE_URL: stack.emulators.twilio.url,
      INNGEST_DEV: stack.urls.engine,
      WEB_URL: stack.urls.web,
    });
    expect(stack.environment.INNGEST_EVENT_KEY).toBeUndefined();
  });

  it("gives the people of the demo data a device in development, and nobody otherwise", async () => {
    const reached = async (mode: "development" | "production") => {
      const { onesignal } = (await start({ apps: [], mode })).emulators;
      const users = `${onesignal.url}/apps/${onesignal.appId}/users/by/external_id`;
      return Promise.all(
        ["mohallamart:user_123", "mohallamart:sk_999", "mohallamart:sk_998", "ten-ocean:user_maya"].map(
          (user) => answers(`${users}/${user}`),
        ),
      );
    };
    expect(await reached("development")).toEqual([true, true, true, true]);
    expect(await reached("production")).toEqual([false, false, false, false]);
  });

  it("has payments reported to the web app", async () => {
    const stack = await start({ apps: [] });
    await payForAnOrder(stack);
    expect(stack.emulators.outbox()).toMatchObject([
      {
        vendor: "razorpay",
        subject: "payment.authorized",
        to: `http://127.0.0.1:${stack.ports.web}/api/webhooks/razorpay`,
      },
    ]);
  });

  it("reports the part that crashes, how, and its last lines", async () => {
    const stack = await start({ commands: standIns({ worker: "crashes when asked" }) });
    await answers(`${stack.urls.worker}/crash`);
    const crash = await stack.crashed.catch((error: unknown) => error);
    expect(crash).toBeInstanceOf(CrashError);
    expect(crash).toMatchObject({ part: "worker", message: "worker ended with exit code 3." });
    expect((crash as CrashError).lines).toContain("asked to crash");
  });

  it("stops what it started when a part does not come up", async () => {
    const stateDir = await mkdtemp(join(tmpdir(), "start-stack-test-"));
    onTestFinished(() => rm(stateDir, { recursive: true }));
    const ports = { web: await freePort(), postgres: await freePort() };
    const failing = start({ stateDir, ports, commands: standIns({ worker: "crashes" }) });
    await expect(failing).rejects.toMatchObject({ part: "worker", lines: ["about to fail", "cannot go on"] });
    expect(await answers(`http://127.0.0.1:${ports.web}`)).toBe(false);
    expect(await freePort(ports.postgres)).toBe(ports.postgres);
  });

  it("ends an app that ignores SIGTERM, and what an app left running", async () => {
    const stack = await start({ commands: standIns({ worker: "ignores SIGTERM", web: "leaves a child" }) });
    const child = Number(
      lines
        .find((line) => line.startsWith("web: child"))
        ?.split(" ")
        .at(-1),
    );
    expect(identify(child)).toBeDefined();
    await stack.kill("worker");
    await stack.kill("web", "SIGTERM");
    expect(identify(child)).toBeUndefined();
  });

  it("brings an app back after SIGKILL", async () => {
    const stack = await start();
    await stack.kill("worker");
    expect(await answers(stack.urls.worker)).toBe(false);
    await stack.restart("worker");
    expect(await answers(stack.urls.worker)).toBe(true);
  });

  it("takes the next free port when the wanted one is taken", async () => {
    const wanted = await freePort();
    const other = createServer().listen(wanted, "127.0.0.1");
    await once(other, "listening");
    const stack = await start({ ports: { web: wanted } });
    expect(stack.ports.web).toBeGreaterThan(wanted);
    expect(await answers(stack.urls.web)).toBe(true);
    other.close();
  });

  it("keeps its data between starts on one folder", async () => {
    const stateDir = await mkdtemp(join(tmpdir(), "start-stack-test-"));
    onTestFinished(() => rm(stateDir, { recursive: true }));
    const first = await start({ stateDir, apps: ["engine"] });
    await query(first, "create table kept (value int)");
    await first.stop();
    const second = await start({ stateDir, apps: ["engine"] });
    await expect(query(second, "select value from kept")).resolves.toBeUndefined();
  });

  it("leaves our engine out when another one is given", async () => {
    const stack = await start({ engineUrl: "http://127.0.0.1:1", apps: ["engine", "worker"] });
    expect(stack.environment.INNGEST_BASE_URL).toBe("http://127.0.0.1:1");
    expect(lines).not.toContain("engine: engine listens");
  });
});

async function query(stack: Stack, statement: string): Promise<void> {
  const client = new Client({ connectionString: stack.urls.postgres });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** What a customer does on Razorpay's page once the shop has made an order there. */
async function payForAnOrder({ emulators, urls }: Stack): Promise<void> {
  const { url, keyId, keySecret } = emulators.razorpay;
  const order = await fetch(`${url}/v1/orders`, {
    method: "POST",
    headers: { authorization: `Basic ${btoa(`${keyId}:${keySecret}`)}` },
    body: JSON.stringify({ amount: 125_000, currency: "INR", receipt: "ord_456" }),
  });
  const { id } = Object(await order.json());
  await fetch(`${url}/v1/checkout/pay`, {
    method: "POST",
    body: new URLSearchParams({ order_id: id, callback_url: `${urls.web}/paid`, outcome: "paid" }),
  });
}
