import { Hono } from "hono";
import { describe, expect, it, onTestFinished } from "vitest";
import { connectAddress } from "../protocol/connect-address.ts";
import { listen } from "../server/server.ts";
import { type BareWorker, bareApp, connectBareWorker } from "../testing/bare-worker.ts";
import { newestRun, startConnectServer } from "../testing/connect-server.ts";
import { eventually } from "../testing/eventually.ts";
import { createConnect } from "./connect.ts";
import {
  extendLease,
  extendLeaseAck,
  flushResponse,
  kinds,
  replyAck,
  requestAck,
  responseStatus,
  sdkResponse,
} from "./messages.ts";

const reply = (requestId: string, output: unknown) =>
  sdkResponse.encode({
    requestId,
    status: responseStatus.done,
    body: Buffer.from(JSON.stringify(output)),
    sdkVersion: "bare:v0",
    requestVersion: 2,
  });

async function take(worker: BareWorker) {
  const request = await worker.nextRequest();
  worker.send(kinds.workerRequestAck, requestAck.encode({ requestId: request.requestId }));
  return request;
}

describe("requests", () => {
  it("keeps calls for a worker that is not there, and makes them when it comes", async () => {
    const server = await startConnectServer();
    const app = bareApp("shop", ["go"]);
    const first = await connectBareWorker(server.url, app);
    first.terminate();
    await eventually(() => expect(server.connect.workers()).toEqual([]));
    await server.engine.send([{ name: "go" }]);
    const second = await connectBareWorker(server.url, app);
    const { requestId } = await take(second);
    second.send(kinds.workerReply, reply(requestId, "late"));
    await eventually(() =>
      expect(newestRun(server)).toMatchObject({ status: "Completed", output: '"late"', attempts: [] }),
    );
  });

  it("gives a request that a worker does not take to another, without counting a try", async () => {
    const server = await startConnectServer({ connectTimes: { acknowledge: 200 } });
    const app = bareApp("shop", ["go"]);
    const deaf = await connectBareWorker(server.url, app);
    await server.engine.send([{ name: "go" }]);
    const ignored = await deaf.nextRequest();
    const willing = await connectBareWorker(server.url, app);
    const taken = await take(willing);
    expect(taken.requestId).toBe(ignored.requestId);
    willing.send(kinds.workerReply, reply(taken.requestId, "taken"));
    await eventually(() => expect(newestRun(server)).toMatchObject({ output: '"taken"', attempts: [] }));
  });

  it("gives what a pausing worker has not taken to another at once", async () => {
    const server = await startConnectServer({ connectTimes: { acknowledge: 60_000 } });
    const app = bareApp("shop", ["go"]);
    const leaving = await connectBareWorker(server.url, app);
    await server.engine.send([{ name: "go" }]);
    await leaving.nextRequest();
    const staying = await connectBareWorker(server.url, app);
    leaving.send(kinds.workerPause);
    await take(staying);
  });

  it("repeats a request whose worker stops extending its lease, as a lost try", async () => {
    const server = await startConnectServer({ connectTimes: { lease: 400 } });
    const worker = await connectBareWorker(server.url, bareApp("shop", ["go"]));
    await server.engine.send([{ name: "go" }]);
    const lost = await take(worker);
    const again = await take(worker);
    expect(again.requestId).not.toBe(lost.requestId);
    worker.send(kinds.workerReply, reply(lost.requestId, "too late"));
    worker.send(kinds.workerReply, reply(again.requestId, "in time"));
    await eventually(() =>
      expect(newestRun(server)).toMatchObject({ status: "Completed", output: '"in time"' }),
    );
    expect(newestRun(server)?.attempts).toMatchObject([
      { error: { name: "ConnectionError", message: expect.stringContaining("lease ran out") } },
    ]);
  });

  it("holds a request over many leases, of which the last two are good", async () => {
    const server = await startConnectServer({ connectTimes: { lease: 5_000 } });
    const worker = await connectBareWorker(server.url, bareApp("shop", ["go"]));
    await server.engine.send([{ name: "go" }]);
    const { requestId, leaseId } = await take(worker);
    const renew = async (lease: string) => {
      worker.send(kinds.workerRequestExtendLease, extendLease.encode({ requestId, leaseId: lease }));
      return extendLeaseAck.decode(await worker.next(kinds.workerRequestExtendLeaseAck)).newLeaseId;
    };
    const second = await renew(leaseId);
    expect(second).not.toBe("");
    expect(await renew(leaseId)).toBe(second);
    const third = await renew(second);
    expect(third).not.toBe(second);
    expect(await renew(leaseId)).toBe("");
    worker.send(kinds.workerReply, reply(requestId, "held"));
    await eventually(() => expect(newestRun(server)).toMatchObject({ output: '"held"', attempts: [] }));
  });

  it("ends a connection that shows no sign of life, and answers those that do", async () => {
    const server = await startConnectServer({ connectTimes: { heartbeat: 100 } });
    const alive = await connectBareWorker(server.url, bareApp("shop", ["go"]));
    const mute = await connectBareWorker(server.url, bareApp("shop", ["go"]));
    const beat = setInterval(() => alive.send(kinds.workerHeartbeat), 5);
    onTestFinished(() => clearInterval(beat));
    expect((await mute.closed).code).toBe(1006);
    await alive.next(kinds.gatewayHeartbeat);
    const left = { connectionId: alive.connectionId, isReady: true };
    await eventually(() => expect(server.connect.workers()).toMatchObject([left]));
  });
});

describe("replies", () => {
  it("takes a reply over HTTP, from a worker whose connection was lost", async () => {
    const server = await startConnectServer();
    const worker = await connectBareWorker(server.url, bareApp("shop", ["go"]));
    await server.engine.send([{ name: "go" }]);
    const { requestId } = await take(worker);
    worker.terminate();
    const flush = (body: Uint8Array<ArrayBuffer>) =>
      fetch(`${server.url}/v0/connect/flush`, { method: "POST", body });
    const answer = await flush(reply(requestId, "flushed"));
    expect(flushResponse.decode(new Uint8Array(await answer.arrayBuffer()))).toEqual({ requestId });
    expect(newestRun(server)).toMatchObject({ status: "Completed", output: '"flushed"', attempts: [] });
    expect((await flush(reply("unknown", 1))).status).toBe(200);
    const unreadable = await flush(new Uint8Array([0xff, 0xff, 0xff]));
    expect([unreadable.status, await unreadable.text()]).toEqual([
      400,
      expect.stringContaining("not a worker's reply"),
    ]);
  });

  it("acknowledges a reply when its result is stored, and not when it cannot be", async () => {
    let store = () => {};
    const gate = new Promise<void>((resolve) => {
      store = resolve;
    });
    const outcomes = [() => gate, () => Promise.reject(new Error("the disk is full"))];
    const connected = createConnect({
      http: () => Promise.reject(new Error("nothing is called over HTTP here")),
      register: async () => {},
      stored: () => outcomes.shift()?.() ?? Promise.resolve(),
      log() {},
    });
    const server = await listen(new Hono().route("/", connected.api), { host: "127.0.0.1", port: 0 });
    onTestFinished(() => {
      connected.close();
      return server.close();
    });
    const worker = await connectBareWorker(server.url, bareApp("shop", []));
    await eventually(() => expect(connected.workers()).toMatchObject([{ isReady: true }]));
    const answerTo = async (requestId: string) => {
      const headers = { "x-request-id": requestId };
      const answer = connected.transport({ url: connectAddress("shop"), headers, body: "{}" });
      await take(worker);
      worker.send(kinds.workerReply, reply(requestId, requestId));
      expect((await answer).body).toBe(JSON.stringify(requestId));
      // What was sent before an answer to a sign of life has arrived with it.
      worker.send(kinds.workerHeartbeat);
      await worker.next(kinds.gatewayHeartbeat);
    };
    await answerTo("slow");
    expect(worker.has(kinds.workerReplyAck)).toBe(false);
    store();
    expect(replyAck.decode(await worker.next(kinds.workerReplyAck))).toEqual({ requestId: "slow" });
    await answerTo("lost");
    await answerTo("kept");
    expect(replyAck.decode(await worker.next(kinds.workerReplyAck))).toEqual({ requestId: "kept" });
  });
});
