import { afterEach, beforeEach, expect, it } from "vitest";
import { cannedServer, closedUrl } from "../contracts/canned-server.ts";
import { failureOf } from "../contracts/failure.ts";
import { type S3Server, startS3Server } from "../testing/s3-server.ts";
import { s3Archive } from "./s3.ts";

let server: S3Server;
beforeEach(async () => {
  server = await startS3Server();
});
afterEach(() => server.stop());

const content = new TextEncoder().encode("one line\n");

it.each([
  ["an unknown key", { accessKeyId: "AKIAUNKNOWN" }, 403, "InvalidAccessKeyId"],
  ["a wrong secret", { secretAccessKey: "wrong" }, 403, "SignatureDoesNotMatch"],
  ["another region", { region: "us-east-1" }, 400, "AuthorizationHeaderMalformed"],
  ["a bucket that is not there", { bucket: "nobodys-bucket" }, 404, "NoSuchBucket"],
])("with %s every call fails for good, with S3's code", async (_case, wrong, status, code) => {
  const archive = s3Archive({ ...server, ...wrong });
  for (const call of [() => archive.put("a", content), () => archive.get("a"), () => archive.list()])
    expect(await failureOf(call(), [server.secretAccessKey])).toMatchObject({
      ...{ port: "archive", vendor: "s3" },
      ...{ kind: "final", status, code },
    });
});

it.each([
  [503, "SlowDown"],
  [500, "InternalError"],
  [409, "ConditionalRequestConflict"],
])("an answer of %i (%s) may be tried again, is tried once, and then works", async (status, code) => {
  const archive = s3Archive(server);
  server.failNext(status, code);
  expect(await failureOf(archive.put("a", content, { once: true }))).toMatchObject({
    ...{ kind: "retryable", status, code },
  });
  expect(server.asked).toEqual(["PUT /platform-archive/a"]);
  await archive.put("a", content, { once: true });
  expect(await archive.get("a")).toEqual(content);
});

it("lists more names than S3 gives in one page", async () => {
  for (let n = 0; n < 2_300; n++) server.objects.set(`logs/${String(n).padStart(5, "0")}`, Buffer.from(""));
  const names = await s3Archive(server).list("logs/");
  expect(names).toHaveLength(2_300);
  expect(names).toEqual([...server.objects.keys()]);
  expect(server.asked).toHaveLength(3);
});

it("a server that is away, answers nothing or answers as a proxy does, is a failure that may pass", async () => {
  const away = s3Archive({ ...server, endpoint: await closedUrl() });
  expect(await failureOf(away.put("a", content))).toMatchObject({ kind: "retryable" });
  const proxy = await cannedServer({ status: 502, body: "<html>Bad gateway</html>" });
  expect(await failureOf(s3Archive({ ...server, endpoint: proxy.url }).put("a", content))).toMatchObject({
    kind: "retryable",
  });
  await proxy.stop();
});

it("what was signed is what arrives: another body under the same signature is refused", async () => {
  const forged = await fetch(`${server.endpoint}/platform-archive/a`, {
    method: "PUT",
    headers: { authorization: "AWS4-HMAC-SHA256 Credential=x", "x-amz-content-sha256": "0".repeat(64) },
    body: content,
  });
  expect(forged.status).toBe(403);
  expect(server.objects.size).toBe(0);
});
