import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer } from "node:tls";
import { promisify } from "node:util";
import { type Authority, createAuthority } from "@org/local-stack";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasRedisServer, startRedisServer } from "../testing/redis-server.ts";

describe.skipIf(!hasRedisServer())("a cache in a Redis over TLS, on a machine with redis-server", () => {
  const run = promisify(execFile);
  const cleanUps: (() => Promise<unknown>)[] = [];
  let folder: string;
  let ours: Authority;
  let theirs: Authority;
  let port: number;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "redis-tls-"));
    cleanUps.push(() => rm(folder, { recursive: true, force: true }));
    ours = await createAuthority(join(folder, "ours"));
    theirs = await createAuthority(join(folder, "theirs"));
    const redis = await startRedisServer();
    cleanUps.push(redis.stop);
    const { keyFile, certificateFile } = await ours.issue("localhost");
    const files = { key: await readFile(keyFile), cert: await readFile(certificateFile) };
    const server = createServer(files, (socket) => {
      const behind = connect(Number(new URL(redis.url).port), "127.0.0.1");
      for (const [from, to] of [
        [socket, behind],
        [behind, socket],
      ] as const)
        from.on("error", () => to.destroy()).pipe(to);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    cleanUps.push(async () => server.close());
    ({ port } = server.address() as AddressInfo);
  });

  afterAll(async () => {
    for (const cleanUp of cleanUps.reverse()) await cleanUp();
  });

  /** Which authorities Node knows beside the public ones is settled when it starts. */
  async function readThere(host: string, authority?: Authority): Promise<string> {
    const program = `
      const { redisCache } = await import(${JSON.stringify(new URL("../../dist/cache/redis.js", import.meta.url).href)});
      const cache = redisCache({ url: "rediss://${host}:${port}", timeout: 20_000 });
      await cache.set("key", "kept", { ttl: 60_000 }).then(() => cache.get("key")).then(
        (value) => console.log(value), (error) => console.log(error.message));
      process.exit();`;
    const environment = authority ? { NODE_EXTRA_CA_CERTS: authority.file } : {};
    const options = { env: { PATH: "", ...environment } };
    return (await run(process.execPath, ["--input-type=module", "--eval", program], options)).stdout.trim();
  }

  it("takes the right name and authority", async () => {
    expect(await readThere("localhost", ours)).toBe("kept");
  });

  it("refuses an authority that it does not know", async () => {
    expect(await readThere("localhost", theirs)).toContain("Redis");
    expect(await readThere("localhost")).toContain("Redis");
  });

  it("refuses another name than the certificate's", async () => {
    expect(await readThere("127.0.0.1", ours)).toContain("Redis");
  });
});
