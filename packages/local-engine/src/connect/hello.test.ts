import { Inngest } from "inngest";
import { connect } from "inngest/connect";
import { describe, expect, it, onTestFinished } from "vitest";
import { bareApp, openBareWorker, sayHello } from "../testing/bare-worker.ts";
import { newestRun, startConnectServer } from "../testing/connect-server.ts";
import { eventually } from "../testing/eventually.ts";
import { kinds } from "./messages.ts";

const silent = { info() {}, warn() {}, error() {}, debug() {} };

describe("the hello", () => {
  it("refuses a connection that nobody asked for, and one that was opened already", async () => {
    const server = await startConnectServer();
    const stranger = await openBareWorker(server.url);
    sayHello(stranger, { authData: { sessionToken: "forged", syncToken: "" } });
    expect(await stranger.closed).toEqual({
      code: 4000,
      reason: "the session is not known. Start again with POST /v0/connect/start.",
    });
    const worker = await openBareWorker(server.url);
    sayHello(worker, {});
    await worker.next(kinds.gatewayConnectionReady);
    const copy = await openBareWorker(server.url);
    sayHello(copy, {
      connectionId: worker.connectionId,
      authData: { sessionToken: worker.sessionToken, syncToken: "" },
    });
    expect((await copy.closed).code).toBe(4000);
  });

  it("refuses functions that Inngest refuses, says why, and registers nothing", async () => {
    const logged: unknown[] = [];
    const server = await startConnectServer({
      log: (level, message, details) => logged.push([level, message, details]),
    });
    const app = bareApp("shop", ["go", "go"]);
    const worker = await openBareWorker(server.url);
    sayHello(worker, { apps: [app] });
    expect(await worker.closed).toMatchObject({
      code: 4000,
      reason: expect.stringContaining("duplicate trigger"),
    });
    expect(logged).toContainEqual([
      "warn",
      "worker refused",
      { reason: expect.stringContaining('"shop-work"') },
    ]);
    const garbled = await openBareWorker(server.url);
    sayHello(garbled, { apps: [{ ...app, functions: Buffer.from("nonsense") }] });
    expect((await garbled.closed).code).toBe(4000);
    expect(server.engine.apps()).toEqual([]);
  });

  it("ends a connection whose messages cannot be read", async () => {
    const server = await startConnectServer();
    const worker = await openBareWorker(server.url);
    worker.sendBytes(new Uint8Array([0xff, 0xff, 0xff]));
    expect((await worker.closed).code).toBe(1002);
    const hasty = await openBareWorker(server.url);
    hasty.send(kinds.workerReady);
    expect(await hasty.closed).toMatchObject({ reason: expect.stringContaining("introduce itself first") });
  });

  it("asks for the signing key where there is one", async () => {
    const signingKey = "signkey-test-0123456789abcdef";
    const server = await startConnectServer({ signingKey });
    expect((await fetch(`${server.url}/v0/connect/start`, { method: "POST" })).status).toBe(401);
    expect((await fetch(`${server.url}/v0/connect/flush`, { method: "POST" })).status).toBe(401);
    const client = new Inngest({
      id: "signed",
      isDev: false,
      baseUrl: server.url,
      signingKey,
      logger: silent,
    });
    const work = client.createFunction({ id: "work", triggers: [{ event: "go" }] }, () => "done");
    const connection = await connect({
      apps: [{ client, functions: [work] }],
      handleShutdownSignals: [],
      isolateExecution: false,
    });
    onTestFinished(() => connection.close());
    await server.engine.send([{ name: "go" }]);
    await eventually(() =>
      expect(newestRun(server)).toMatchObject({ status: "Completed", output: '"done"' }),
    );
  });

  it("takes the SDK's worker threads, and several apps on one connection", async () => {
    const server = await startConnectServer();
    const apps = ["one", "two"].map((id) => {
      const client = new Inngest({ id, isDev: true, baseUrl: server.url, logger: silent });
      return {
        client,
        functions: [client.createFunction({ id: "work", triggers: [{ event: "go" }] }, () => id)],
      };
    });
    const connection = await connect({ apps, handleShutdownSignals: [] });
    onTestFinished(() => connection.close());
    expect(server.connect.workers()).toMatchObject([{ appNames: ["one", "two"] }]);
    await server.engine.send([{ name: "go" }]);
    await eventually(() => {
      expect(
        server.engine
          .runs()
          .map(({ output }) => output)
          .sort(),
      ).toEqual(['"one"', '"two"']);
    });
  });
});
