import { afterEach, beforeEach, expect, it } from "vitest";
import { failureOf } from "../contracts/failure.ts";
import { type S3Server, startS3Server } from "../testing/s3-server.ts";
import { s3Pictures } from "./s3.ts";

let server: S3Server;
beforeEach(async () => {
  server = await startS3Server();
});
afterEach(() => server.stop());

it("what browsers fetch from the bucket says what it is, and that it never changes", async () => {
  await s3Pictures(server).put("aa/240.webp", Uint8Array.of(1));
  expect(server.served.get("aa/240.webp")).toEqual({
    "content-type": "image/webp",
    "cache-control": "public, max-age=31536000, immutable",
  });
});

it("a refused key fails for good as this port's failure, and an overloaded bucket may be tried again", async () => {
  const wrong = s3Pictures({ ...server, secretAccessKey: "wrong" });
  expect(await failureOf(wrong.remove("aa/240.webp"))).toMatchObject({
    ...{ port: "pictures", vendor: "s3", kind: "final", status: 403 },
  });
  server.failNext(503, "SlowDown");
  expect(await failureOf(s3Pictures(server).remove("aa/240.webp"))).toMatchObject({
    ...{ port: "pictures", kind: "retryable", code: "SlowDown" },
  });
});
