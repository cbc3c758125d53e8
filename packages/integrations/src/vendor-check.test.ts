import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Emulators, startEmulators } from "@org/local-stack";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cannedServer, closedUrl } from "./contracts/canned-server.ts";
import { hasRedisServer, type RedisServer, startRedisServer } from "./testing/redis-server.ts";
import { registeredVendors } from "./testing/registered-vendors.ts";
import { type S3Server, startS3Server } from "./testing/s3-server.ts";
import { variablesOf } from "./variables.ts";
import type { Environment } from "./vendor.ts";

let emulators: Emulators;
let s3: S3Server;
let redis: RedisServer | undefined;
const folder = await mkdtemp(join(tmpdir(), "vendor-check-"));

beforeAll(async () => {
  emulators = await startEmulators({ rateLimits: false });
  s3 = await startS3Server();
  redis = hasRedisServer() ? await startRedisServer({ password: "known" }) : undefined;
});
afterAll(async () => {
  await Promise.all([emulators.stop(), s3.stop(), redis?.stop(), rm(folder, { recursive: true })]);
});

const registered = await registeredVendors();
const vendorOf = (id: string) => {
  const found = registered.find((each) => each.id === id);
  if (!found) throw new Error(`There is no vendor ${id}.`);
  return found;
};

/** As an app has read it, everything right but for what a test says. */
function environmentOf(id: string, wrong: Record<string, string> = {}): Environment {
  const { capability } = vendorOf(id);
  const texts: Record<string, string | undefined> = {
    ...emulators.environment,
    ARCHIVE_DIR: folder,
    ARCHIVE_S3_BUCKET: s3.bucket,
    ARCHIVE_S3_REGION: s3.region,
    ARCHIVE_S3_ACCESS_KEY_ID: s3.accessKeyId,
    ARCHIVE_S3_SECRET_ACCESS_KEY: s3.secretAccessKey,
    ARCHIVE_S3_ENDPOINT: s3.endpoint,
    PICTURES_DIR: folder,
    PICTURES_S3_BUCKET: s3.bucket,
    PICTURES_S3_REGION: s3.region,
    PICTURES_S3_ACCESS_KEY_ID: s3.accessKeyId,
    PICTURES_S3_SECRET_ACCESS_KEY: s3.secretAccessKey,
    PICTURES_S3_ENDPOINT: s3.endpoint,
    REDIS_URL: redis?.url.replace("redis://", "redis://:known@"),
    ...wrong,
  };
  const schemas = Object.entries(variablesOf([capability]));
  return Object.fromEntries(schemas.map(([name, schema]) => [name, schema.safeParse(texts[name]).data]));
}

const away = await closedUrl();
describe.each(registered)("$id", ({ id, vendor, bench }) => {
  const question = bench?.check;

  if (question === undefined) {
    it("says why it cannot be asked", async () => {
      const answer = await vendor.check({}).catch(() => undefined);
      expect(answer, `add \`check\` to the bench in src/${id}.bench.ts`).toEqual({
        because: expect.stringMatching(/\w+ .+/),
      });
    });
    return;
  }

  it.skipIf(id === "cache/redis" && !hasRedisServer())(
    "takes what is right, and nothing is sent",
    async () => {
      expect(await vendor.check(environmentOf(id))).toBeUndefined();
      expect(emulators.outbox()).toEqual([]);
    },
  );

  it("says which variable it does not take, and quotes no value", async () => {
    const error = await vendor.check(environmentOf(id, question.refused)).catch((reason: Error) => reason);
    expect(error).toMatchObject({ message: expect.stringContaining(question.says) });
    for (const value of Object.values(question.refused)) expect(String(error)).not.toContain(value);
  });

  const { address } = question;
  if (address === undefined) return;
  it("says that nobody is at its address", async () => {
    await expect(vendor.check(environmentOf(id, { [address]: away }))).rejects.toThrow(/ECONNREFUSED/);
  });
});

it("takes a key of Resend that may only send", async () => {
  const resend = await cannedServer({
    status: 401,
    body: JSON.stringify({ statusCode: 401, name: "restricted_api_key", message: "Sending alone" }),
  });
  const environment = environmentOf("email/resend", { RESEND_BASE_URL: resend.url });
  expect(await vendorOf("email/resend").vendor.check(environment)).toBeUndefined();
  await resend.stop();
});

it("asks every node of a Typesense cluster, since the others answer for one that is down", async () => {
  const { vendor } = vendorOf("search/typesense");
  const { url } = emulators.typesense;
  const check = (...nodes: string[]) =>
    vendor.check(environmentOf("search/typesense", { TYPESENSE_NODES: nodes.join(",") }));
  expect(await check(url, url)).toBeUndefined();
  await expect(check(url, away)).rejects.toThrow(`cannot be reached at ${new URL(away).origin}`);
});
