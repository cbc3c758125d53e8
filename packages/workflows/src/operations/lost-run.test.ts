import { describe, expect, it } from "vitest";
import { isLost, nextReplay, selfReplays } from "./lost-run.ts";

describe("isLost", () => {
  it.each([
    [
      "ConnectionError",
      "http://127.0.0.1:3939/api/inngest cannot be reached (ECONNREFUSED). Is the app running?",
    ],
    ["StreamError", "http://127.0.0.1:3939/ ended its stream without an answer. Is the app still running?"],
    [
      "ProtocolError",
      "https://app.test/api answered 502 and the answer is not the SDK's. Is this the app's address?",
    ],
    ["Error", "Unable to reach SDK URL"],
    ["Error", "Your server closed the request before finishing."],
    ["Error", "Your server reset the connection while we were reading the reply: Unexpected ending response"],
    ["Error", "invalid status code: 524"],
    ["http_unreachable", "Error performing request to SDK URL"],
    ["connect_no_healthy_connection", "Could not find a healthy connection"],
    ["connect_worker_stopped_responding", "Worker stopped responding"],
  ])("knows %s: %s", (name, message) => {
    expect(isLost({ error: { name, message } })).toBe(true);
  });

  it.each([
    ["Error", "something went wrong"],
    ["Error", "invalid status code: 500"],
    ["NonRetriableError", "Unable to reach SDK URL"],
    ["ProtocolError", "https://app.test/api answered 206 with a body that is not a list of operations."],
    [
      "ProtocolError",
      "https://app.test/api answered 404 and the answer is not the SDK's. Is this the app's address?",
    ],
    ["EventValidationError", "items: too small"],
  ])("leaves %s: %s to a person", (name, message) => {
    expect(isLost({ error: { name, message } })).toBe(false);
  });

  it("takes no error for the engine's that our own code had counted", () => {
    expect(
      isLost({ error: { name: "ConnectionError", message: "the bank cannot be reached" }, attempts: 4 }),
    ).toBe(false);
  });
});

describe("nextReplay", () => {
  it("waits longer each time, and ends", () => {
    const failedAt = "2026-11-01T00:00:00.000Z";
    const times = [0, 1, 2, 3, 4, 5].map((replays) => nextReplay(failedAt, replays)?.slice(11, 16));
    expect(times).toEqual(["00:02", "00:10", "00:30", "02:00", "06:00", undefined]);
    expect(selfReplays).toEqual({ most: 5, hours: 9 });
  });
});
