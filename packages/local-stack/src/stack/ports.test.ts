import { once } from "node:events";
import { createServer } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { freePort } from "../network/ports.ts";
import { choosePorts } from "./ports.ts";

async function occupy(port: number): Promise<void> {
  const server = createServer().listen(port, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
}

describe("choosePorts", () => {
  it("gives every part another free port", async () => {
    const ports = Object.values(await choosePorts());
    expect(new Set(ports).size).toBe(ports.length);
    expect(ports.every((port) => port > 0)).toBe(true);
  });

  it("moves past a taken port and past what another part wants", async () => {
    const web = await freePort(42_000);
    await occupy(web);
    const ports = await choosePorts({ web, worker: web + 1 });
    expect(ports.worker).toBe(web + 1);
    expect(ports.web).toBeGreaterThan(web + 1);
  });

  it("leaves a taken port to the part that runs there already", async () => {
    const worker = await freePort(43_000);
    await occupy(worker);
    const ports = await choosePorts({ web: worker, worker }, new Set(["worker"]));
    expect(ports.worker).toBe(worker);
    expect(ports.web).not.toBe(worker);
  });
});
