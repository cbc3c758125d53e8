import { expect, it } from "vitest";
import { cannedServer, closedUrl } from "../../contracts/canned-server.ts";
import { failureOf, personal } from "../../contracts/failure.ts";
import { type HttpCaller, type HttpVendor, httpCaller } from "./call.ts";

const body = JSON.stringify({ to: personal.email });

function caller(options: Partial<HttpVendor> = {}): HttpCaller {
  const defaults = {
    port: "test",
    vendor: "acme",
    name: "Acme",
    action: "do it",
    timeout: 1000,
    idempotent: false,
  };
  return httpCaller({ ...defaults, ...options });
}

it("a redirect is final and not followed: the secrets in the request are for one host", async () => {
  const target = await cannedServer({ status: 200, body: "{}" });
  const server = await cannedServer({ status: 307, headers: { location: target.url }, body: "" });
  const error = await failureOf(
    caller().post({ url: server.url, headers: { authorization: "Key 1" }, body }),
  );
  expect(error).toMatchObject({ kind: "final", status: 307 });
  expect(target.requests).toEqual([]);
  await Promise.all([server.stop(), target.stop()]);
});

it.each([
  ["a URL that is none", { url: personal.email, body }],
  [
    "a header with a line break",
    { url: "http://127.0.0.1:1", headers: { "x-name": `${personal.name}\nx: 1` }, body },
  ],
])("%s is final and quoted nowhere", async (_case, request) => {
  expect(await failureOf(caller().post(request))).toMatchObject({
    port: "test",
    vendor: "acme",
    kind: "final",
  });
});

it.each([
  [false, "ambiguous"],
  [true, "retryable"],
])("with an idempotent vendor %j an answer that is not JSON is %s", async (idempotent, kind) => {
  const server = await cannedServer({ status: 200, body: `<p>Welcome ${personal.name}</p>` });
  const error = await failureOf(caller({ idempotent }).postForJson({ url: server.url, body }));
  expect(error.kind).toBe(kind);
  await server.stop();
});

it("nothing listening is retryable even for a call that may not be repeated", async () => {
  const error = await failureOf(caller().post({ url: await closedUrl(), body }));
  expect(error).toMatchObject({ kind: "retryable", code: "ECONNREFUSED" });
});
