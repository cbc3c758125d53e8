import { describe, expect, it } from "vitest";
import { freePort } from "../network/ports.ts";
import type { ProcessIdentity } from "../processes/identity.ts";
import { createServices } from "./services.ts";

async function server(program: string) {
  const port = await freePort();
  const command = { file: process.execPath, parameters: ["-e", program], cwd: import.meta.dirname };
  return {
    name: "server",
    command: { ...command, environment: { ...process.env, PORT: String(port) } },
    healthUrl: `http://127.0.0.1:${port}/`,
  };
}

const healthy =
  "require('node:http').createServer((_, response) => response.end()).listen(process.env.PORT, '127.0.0.1')";

describe("createServices", () => {
  it("gives up on a process that never gets healthy", async () => {
    const services = createServices({ onLine: () => {}, onChange: () => {}, startTimeout: 300 });
    const sleeper = await server("console.log('still busy'); setInterval(() => {}, 1000)");
    await expect(services.start(sleeper)).rejects.toMatchObject({
      part: "server",
      message: `server did not answer ${sleeper.healthUrl} well within 0.3 s.`,
      lines: ["still busy"],
    });
    await services.stop();
  });

  it("gives up on a process that answers, but not well", async () => {
    const services = createServices({ onLine: () => {}, onChange: () => {}, startTimeout: 500 });
    const broken = await server(
      healthy.replace("response.end()", "{ response.statusCode = 500; response.end(); }"),
    );
    await expect(services.start(broken)).rejects.toThrow("did not answer");
    await services.stop();
  });

  it("tells which processes run, and of none when it has stopped", async () => {
    const changes: ProcessIdentity[][] = [];
    const services = createServices({ onLine: () => {}, onChange: (running) => changes.push(running) });
    await services.start(await server(healthy));
    await services.restart("server");
    await services.stop();
    expect(changes.map((running) => running.length)).toEqual([1, 0, 1, 0]);
    expect(changes[0]?.[0]?.pid).not.toBe(changes[2]?.[0]?.pid);
  });

  it("refuses to restart what it does not know", async () => {
    const services = createServices({ onLine: () => {}, onChange: () => {} });
    await expect(services.restart("fax")).rejects.toThrow("fax was never started");
  });
});
