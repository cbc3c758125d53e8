import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { failureOf, personal } from "@org/integrations/contracts";
import { makeFunctionReference } from "convex/server";
import { beforeEach, describe, expect, it } from "vitest";
import { convexSignInCodes } from "../sign-in-codes/convex.ts";
import { convexBridge, testServiceKey } from "../testing/convex-bridge.ts";
import type { NextFailure } from "../testing/local-deployment.ts";
import { DatabaseUnavailableError } from "../unavailable.ts";
import { type ConvexOptions, checkDeployment, convexDeployment } from "./deployment.ts";
import { functions } from "./functions.ts";
import { deployedVersion } from "./version.ts";

const bridge = await convexBridge();
const codes = convexSignInCodes(bridge.deployment);
const pauses: number[] = [];
const deployment = (options: Partial<ConvexOptions> = {}) =>
  convexDeployment({
    url: bridge.url,
    serviceKey: testServiceKey,
    pause: async (milliseconds) => pauses.push(milliseconds),
    ...options,
  });
const conflict: NextFailure = { status: 503, code: "OptimisticConcurrencyControlFailure" };

beforeEach(() => {
  pauses.length = 0;
});

describe("a call that no function answered", () => {
  const issue = () => failureOf(codes.issue(personal.email, "2026-11-28T10:00:00Z"));

  it.each<[string, NextFailure, object]>([
    [
      "an overload",
      { status: 503, code: "Overloaded" },
      { kind: "retryable", code: "Overloaded", status: 503 },
    ],
    ["Convex's own fault", { status: 500, code: "InternalServerError" }, { kind: "retryable", status: 500 }],
    [
      "too many calls",
      { status: 429, code: "RateLimited", headers: { "retry-after": "3" } },
      { kind: "retryable", retryAfter: 3_000 },
    ],
    ["a proxy's page", { status: 502, text: "<html>Bad gateway</html>" }, { kind: "retryable", status: 502 }],
    ["a lost connection", { cut: "before" }, { kind: "retryable", code: expect.any(String) }],
    ["a lost answer", { cut: "after" }, { kind: "retryable" }],
    ["a wrong address", { status: 404, text: "<html>" }, { kind: "final", status: undefined }],
    [
      "a website's address",
      { status: 200, text: "<html>Welcome</html>" },
      { kind: "final", code: "foreign-answer" },
    ],
  ])("%s is told so", async (_case, failure, expected) => {
    bridge.failNext(failure);
    const error = await issue();
    expect(error).toMatchObject({ port: "sign-in-codes", vendor: "convex", ...expected });
    expect(DatabaseUnavailableError.isInstance(error)).toBe(error.kind === "retryable");
    expect(error.message).toMatch(/^sign-in-codes signInCodes:issue: /);
  });

  it("is unavailable where nobody listens", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const nobody = deployment({ url: `http://127.0.0.1:${port}` });
    const error = await failureOf(checkDeployment(nobody));
    expect(error).toMatchObject({ kind: "retryable", code: "ECONNREFUSED" });
    expect(error.message).toContain("CONVEX_URL");
  });

  it("has a deadline", async () => {
    const never: typeof fetch = (_input, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener("abort", () => reject(init.signal?.reason));
      });
    const error = await failureOf(checkDeployment(deployment({ fetch: never, timeout: 1 })));
    expect(error).toMatchObject({ kind: "retryable", code: "no-answer" });
  });
});

describe("a conflict", () => {
  it("is tried again, after pauses that differ", async () => {
    bridge.failNext(conflict, conflict);
    expect(await convexSignInCodes(deployment()).redeem("nobody", "123456")).toBe("wrong");
    expect(pauses).toHaveLength(2);
    for (const pause of pauses) expect(pause).toBeGreaterThanOrEqual(25);
  });

  it("that lasts is given up after five tries, and may be tried later", async () => {
    const before = bridge.calls();
    bridge.failNext(conflict, conflict, conflict, conflict, conflict);
    const error = await failureOf(convexSignInCodes(deployment()).redeem("nobody", "123456"));
    expect(error).toMatchObject({ kind: "retryable", code: "OptimisticConcurrencyControlFailure" });
    expect(bridge.calls() - before).toBe(5);
  });
});

describe("a deployment", () => {
  it("that runs this code is right", async () => {
    await checkDeployment(deployment());
  });

  it.each(["", "wrong", `${testServiceKey}x`])(
    "refuses the key %j, and says what to set",
    async (serviceKey) => {
      const error = await failureOf(checkDeployment(deployment({ serviceKey })));
      expect(error).toMatchObject({ kind: "final", code: "wrong-key" });
      expect(error.message).toContain("npx convex env set CONVEX_SERVICE_KEY");
    },
  );

  it("that was given no key refuses everybody", async () => {
    process.env.CONVEX_SERVICE_KEY = "";
    const error = await failureOf(checkDeployment(deployment({ serviceKey: "" })));
    process.env.CONVEX_SERVICE_KEY = testServiceKey;
    expect(error).toMatchObject({ kind: "final", code: "deployment-without-key" });
  });

  const answering =
    (answer: object): typeof fetch =>
    async () =>
      Response.json({ logLines: [], ...answer });

  it("that is older than this code is told from one that is newer", async () => {
    const older = answering({ status: "success", value: deployedVersion - 1 });
    const error = await failureOf(checkDeployment(deployment({ fetch: older })));
    expect(error).toMatchObject({ kind: "final", code: "older-deployment" });
    expect(error.message).toContain("npx convex deploy");
    const newer = answering({ status: "success", value: deployedVersion + 1 });
    await checkDeployment(deployment({ fetch: newer }));
  });

  it("that lacks a function is older", async () => {
    const later = makeFunctionReference<"query", { serviceKey: string }>("later:function");
    const error = await failureOf(deployment().callsOf("later").query(later, {}));
    expect(error.kind).toBe("final");
    expect(error.message).toContain("npx convex deploy");
  });

  it("whose function fails is quoted in nothing that it says", async () => {
    const errorMessage = `ArgumentValidationError: Value: {email: "${personal.email}"}`;
    const error = await failureOf(
      checkDeployment(deployment({ fetch: answering({ status: "error", errorMessage }) })),
    );
    expect(error).toMatchObject({ kind: "final", code: "function-failed" });
    expect(error.message).not.toContain(personal.email);
  });
});

it("a refusal that nobody knows is a failed function, whatever its name", async () => {
  for (const errorData of [{ refused: "constructor" }, { refused: 1 }, "text", null]) {
    const answer = { status: "error", errorMessage: "Server Error", errorData, logLines: [] };
    const error = await failureOf(checkDeployment(deployment({ fetch: async () => Response.json(answer) })));
    expect(error).toMatchObject({ kind: "final", code: "function-failed" });
    expect(error.message).not.toContain("constructor");
  }
});

describe("what Convex cannot hold", () => {
  const { mutation } = deployment().callsOf("test");
  const asked = (values: Record<string, unknown>) =>
    failureOf(
      mutation(makeFunctionReference<"mutation">("signInCodes:redeem"), {
        subjectHash: "a",
        counters: [],
        ...values,
      }),
    );

  it.each([
    ["a text over its limit", { code: "x".repeat(2 ** 20) }, "value-too-large"],
    ["a list with a text over its limit", { code: ["y", "x".repeat(2 ** 20)] }, "value-too-large"],
    ["a field's name that it keeps for itself", { code: { $where: personal.email } }, "value-not-held"],
    ["a field's name in another script", { code: { नाम: "Asha" } }, "value-not-held"],
    ["a date", { code: new Date(0) }, "value-not-held"],
  ])("%s is refused before anything is sent", async (_case, values, code) => {
    const before = bridge.calls();
    const error = await asked(values);
    expect(error).toMatchObject({ kind: "final", code });
    expect(error.message).toContain('"code"');
    expect(error.message).not.toContain(personal.email);
    expect(bridge.calls()).toBe(before);
  });
});

it("a wrong argument does not compile", () => {
  const { mutation } = deployment().callsOf("test");
  const values = { subjectHash: "a", counters: [] };
  // @ts-expect-error a code is a text
  const wrongType = () => mutation(functions.signInCodes.redeem, { ...values, code: 123_456 });
  // @ts-expect-error a mutation is no query
  const wrongKind = () => deployment().callsOf("test").query(functions.signInCodes.redeem, values);
  expect([wrongType, wrongKind]).toHaveLength(2);
});
