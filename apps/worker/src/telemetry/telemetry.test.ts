import { readFileSync } from "node:fs";
import { join } from "node:path";
import { context, metrics, trace } from "@opentelemetry/api";
import { IntegrationError } from "@org/integrations/error";
import { createTestEngine } from "@org/local-engine/test";
import { createDatabase } from "@org/local-stack";
import { postgresOutbox } from "@org/stores/outbox/postgres";
import { createRelay } from "@org/stores/outbox/relay";
import { createPool } from "@org/stores/postgres";
import { metricsAnswer } from "@org/telemetry/metrics-answer";
import { observeCommands, observeEach, observePort, traceFields } from "@org/telemetry/observe";
import { startTelemetry } from "@org/telemetry/start";
import { observeState } from "@org/telemetry/state";
import { workflowClient } from "@org/workflows/client";
import { parser } from "@prometheus-io/lezer-promql";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { parse } from "yaml";
import { type CollectedSpan, startCollector } from "../testing/collector.ts";
import { tracedClient } from "./traced-client.ts";

const secrets = ["zuleika", "quagmire", "9845077123", "quincejam"];
const data = { name: "Zuleika", email: "zuleika@example.com", phone: "+919845077123", text: "quincejam" };
const ignore = () => undefined;
const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };
const root = join(import.meta.dirname, "../../../..");

const database = await createDatabase(inject("postgresUrl"), { template: inject("templateDatabase") });
const pool = createPool({ databaseUrl: database.url });
const outbox = postgresOutbox(pool);
const collector = await startCollector();
const logged: object[] = [];
const askedWith: unknown[] = [];
let scraped: string;
let spans: CollectedSpan[];

/** An order from the click to the vendor's answer: command, outbox, relay, engine, two runs and three vendors. */
beforeAll(async () => {
  const telemetry = await startTelemetry({ service: "worker", endpoint: collector.url, isRead: true });
  observeState(
    async () => ({
      ...{ pendingEvents: 1, oldestPending: 2, lostEvents: 0, messagesInDoubt: 0 },
      deadLetters: [{ app: "mohallamart", workflow: "confirm", count: 1 }],
    }),
    { email: 5 },
  );
  const email = observePort("email", {
    async send(message: object) {
      logged.push(traceFields());
      askedWith.push(message);
    },
  });
  const sms = observePort("sms", {
    async send(_message: object): Promise<void> {
      const message = "Twilio refused quincejam of Zuleika.";
      throw new IntegrationError(message, { port: "sms", vendor: "twilio", kind: "final" });
    },
  });
  const { crm, accounting } = observeEach<{ send(message: object): Promise<void> }, "crm" | "accounting">(
    "partners",
    { crm: { async send(_message) {} } },
  );
  expect(accounting).toBeUndefined();
  const engine = createTestEngine({
    apps: [
      (options) => {
        const client = workflowClient("mohallamart", { ...options, logger: silent });
        const confirm = client.createFunction(
          { id: "confirm", triggers: [{ event: "order.created" }], retries: 0 },
          async ({ event, step }) => {
            await step.run("send-email", () => email.send(event.data));
            await step.run("tell-partner", () => crm?.send(event.data));
            await step.sendEvent("tell", { name: "told", data });
          },
        );
        const hear = client.createFunction(
          { id: "hear", triggers: [{ event: "told" }], retries: 0 },
          ({ event, step }) => step.run("send-sms", () => sms.send(event.data)),
        );
        return { client, functions: [confirm, hear] };
      },
    ],
  });
  const commands = observeCommands("mohallamart", {
    async placeOrder(entries: object) {
      await outbox.send({ id: "order.created:ord_1", name: "order.created", v: "1", data: entries });
      return { ok: true };
    },
    async cancelOrder(_entries: object) {
      return { ok: false, code: "too-late", message: "Zuleika is too late." };
    },
  });
  await commands.placeOrder(data);
  await commands.cancelOrder(data);
  const client = tracedClient({
    async send(events) {
      for (const event of [events].flat()) await engine.send({ ...event, data: fieldsOf(event.data) });
      return { ids: [] };
    },
  });
  await createRelay({ pool, client, log: silent }).drain();
  await engine.runUntilIdle();
  scraped = (await telemetry?.metrics()) ?? "";
  await telemetry?.stop();
  spans = collector.spans();
  await engine.close();
});

afterAll(async () => {
  trace.disable();
  metrics.disable();
  context.disable();
  await pool.end();
  await Promise.all([database.drop(), collector.stop()]);
});

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

const named = (name: string) => spans.find((span) => span.name === name);

/** The names of a span and of those that it is a part of, the first one last. */
function pathOf(name: string): string[] {
  const path: string[] = [];
  for (let span = named(name); span; ) {
    path.push(span.name);
    const { parentSpanId } = span;
    span = spans.find(({ spanId }) => spanId === parentSpanId);
  }
  return path;
}

describe("an order is one trace", () => {
  it("from the click over event, run and step to the vendor's answer, and to what follows from it", () => {
    const order = ["step send-email", "run confirm", "command placeOrder"];
    expect(pathOf("vendor email send")).toEqual(["vendor email send", ...order]);
    expect(pathOf("vendor partners send").slice(0, 3)).toEqual([
      "vendor partners send",
      "step tell-partner",
      "run confirm",
    ]);
    expect(pathOf("vendor sms send")).toEqual([
      "vendor sms send",
      "step send-sms",
      "run hear",
      "step tell",
      "run confirm",
      "command placeOrder",
    ]);
    expect(pathOf("send order.created")).toEqual(["send order.created", "command placeOrder"]);
    const { traceId } = named("command placeOrder") ?? {};
    expect(spans.filter((span) => span.traceId !== traceId).map(({ name }) => name)).toEqual([
      "command cancelOrder",
    ]);
  });

  it("is named in what is logged meanwhile", () => {
    const { traceId, spanId } = named("vendor email send") ?? {};
    expect(logged).toEqual([{ trace_id: traceId, span_id: spanId }]);
  });

  it("is named in the event beside its data, and to no vendor", async () => {
    const { rows } = await pool.query<{ payload: object }>("select payload from platform.outbox");
    const { traceId, spanId } = named("command placeOrder") ?? {};
    expect(rows).toMatchObject([{ payload: { data, user: { traceparent: `00-${traceId}-${spanId}-01` } } }]);
    expect(JSON.stringify(askedWith)).not.toContain(traceId);
  });
});

it("nobody's personal data is in traces or metrics", () => {
  const told = `${collector.text()}\n${scraped}`.toLowerCase();
  expect(told).toContain("vendor_call_duration_seconds");
  expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);
});

it("labels are names of the code's own: of other values there is one series", () => {
  expect(scraped).toContain('command="cancelOrder",outcome="too-late"');
  expect(scraped).toContain('port="sms",method="send",outcome="final"');
  expect(scraped).toContain('events_sent_total{event="order.created"} 1');
  expect(scraped).toContain('workflow="hear",outcome="failed"');
});

describe("/metrics", () => {
  const token = "a token of this test's own";
  const telemetry = { metrics: async () => "up 1\n", stop: async () => undefined };

  it("answers who has the token", async () => {
    const answer = await metricsAnswer(`Bearer ${token}`, { telemetry, token });
    expect([answer.status, await answer.text()]).toEqual([200, "up 1\n"]);
  });

  it.each([undefined, "", "Bearer", "Bearer another", token])("refuses %j", async (authorization) => {
    const answer = await metricsAnswer(authorization, { telemetry, token });
    expect(answer.status).toBe(401);
    expect(await answer.text()).not.toContain("up 1");
  });

  it("is not there where no token is set", async () => {
    expect((await metricsAnswer("Bearer ", { telemetry, token: undefined })).status).toBe(404);
    expect((await metricsAnswer(undefined, { telemetry: undefined, token })).status).toBe(404);
  });
});

describe("dashboard and alert rules", () => {
  const text = (file: string) => readFileSync(join(root, "docs/operations", file), "utf8");
  const { panels } = JSON.parse(text("dashboard.json")) as { panels: { targets: { expr: string }[] }[] };
  const { groups } = parse(text("alerts.yml")) as {
    groups: { rules: { alert: string; expr: string; annotations: { summary: string; runbook: string } }[] }[];
  };
  const rules = groups.flatMap((group) => group.rules);
  const expressions = [
    ...panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
    ...rules.map(({ expr }) => expr),
  ];

  /** Nodes of a kind in a PromQL expression, as its own grammar reads it. */
  function parts(expr: string, kind: string): string[] {
    const found: string[] = [];
    parser.parse(expr).iterate({
      enter(node) {
        if (kind === "error" ? node.type.isError : node.name === kind)
          found.push(expr.slice(node.from, node.to));
      },
    });
    return found;
  }

  it("are PromQL", () => {
    expect(expressions.length).toBeGreaterThan(20);
    expect(expressions.filter((expr) => parts(expr, "error").length > 0)).toEqual([]);
    expect(parts("sum by (rate(", "error")).not.toEqual([]);
  });

  it("ask for metrics that are told, by labels that they have", () => {
    const lines = scraped.split("\n").filter((line) => !line.startsWith("#"));
    for (const expr of expressions) {
      for (const selector of parts(expr, "VectorSelector")) {
        const [metric = ""] = parts(selector, "Identifier");
        const told = lines.filter((line) => line.startsWith(`${metric}{`) || line.startsWith(`${metric} `));
        expect(told, `${metric} is told by nobody, in: ${expr}`).not.toEqual([]);
        for (const name of parts(selector, "LabelName"))
          expect(told.join("\n"), `${metric} has no ${name}`).toContain(`${name}="`);
      }
    }
  });

  it("lead to a runbook that is there", () => {
    for (const { alert, annotations } of rules)
      expect(readFileSync(join(root, annotations.runbook), "utf8"), alert).toMatch(/^# /);
  });
});
