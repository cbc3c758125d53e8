import { expect, it } from "vitest";
import { connectMessage, executorRequest, workerConnectRequest } from "./messages.ts";
import { messageType, text } from "./wire.ts";

it("writes what it reads, leaving out what is absent", () => {
  const hello = {
    connectionId: "01C",
    instanceId: "host",
    authData: { sessionToken: "s", syncToken: "" },
    apps: [
      { appName: "one", appVersion: "", functions: new Uint8Array([1]) },
      { appName: "two", appVersion: "2", functions: new Uint8Array() },
    ],
    workerManualReadinessAck: true,
    framework: "connect",
    sdkVersion: "v4",
    sdkLanguage: "typescript",
    maxWorkerConcurrency: 3_000_000_000,
  };
  expect(workerConnectRequest.decode(workerConnectRequest.encode(hello))).toEqual(hello);
  expect(connectMessage.encode({ kind: 0 })).toHaveLength(0);
  expect(connectMessage.decode(new Uint8Array())).toEqual({ kind: 0, payload: new Uint8Array() });
});

it("skips fields that are not described or of another type", () => {
  const wide = messageType({ requestId: text(1), unknown: text(99) });
  const request = executorRequest.decode(wide.encode({ requestId: "r", unknown: "from a later protocol" }));
  expect(request).toMatchObject({ requestId: "r", appName: "" });
  const otherType = messageType({ kind: text(1) });
  expect(connectMessage.decode(otherType.encode({ kind: "text" }))).toMatchObject({ kind: 0 });
});

it("throws at what is not a message", () => {
  expect(() => connectMessage.decode(new Uint8Array([0xff, 0xff, 0xff]))).toThrow();
  expect(() => executorRequest.decode(new Uint8Array([10, 200, 1, 65]))).toThrow();
});
