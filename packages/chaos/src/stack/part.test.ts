import { freePort, startGuardian } from "@org/local-stack";
import { expect, it, onTestFinished, vi } from "vitest";
import { acceptsTcp, createPart, type EndedByItself } from "./part.ts";

/** A process that listens, and ends by itself when it is connected to and hears a word. */
async function listener() {
  const port = await freePort();
  const program = `require("node:net").createServer((s) => s.on("data", () => process.exit(3))).listen(${port}, "127.0.0.1")`;
  const ended: EndedByItself[] = [];
  const guardian = startGuardian();
  const part = createPart({
    name: "web",
    command: {
      file: process.execPath,
      parameters: ["-e", program],
      cwd: import.meta.dirname,
      environment: process.env,
    },
    isUp: () => acceptsTcp(port),
    guardian,
    onLine: () => {},
    onEnd: (one) => ended.push(one),
  });
  onTestFinished(async () => {
    await part.stop();
    guardian.close();
  });
  await part.start();
  return { part, port, ended };
}

it("is gone when it is killed, and that is no end of its own", async () => {
  const { part, port, ended } = await listener();
  await part.kill();
  expect(await acceptsTcp(port)).toBe(false);
  await part.start();
  expect(await acceptsTcp(port)).toBe(true);
  expect(ended).toEqual([]);
});

it("is started again when it ends by itself, which is written down", async () => {
  const { port, ended } = await listener();
  await fetch(`http://127.0.0.1:${port}`).catch(() => {});
  await vi.waitUntil(() => ended.length > 0, { timeout: 10_000 });
  expect(ended).toMatchObject([{ process: "web", hadStarted: true, how: "exit code 3" }]);
  await vi.waitUntil(() => acceptsTcp(port), { timeout: 10_000 });
});

it("ends although it is frozen", async () => {
  const { part, port } = await listener();
  await part.freeze();
  await part.kill();
  expect(await acceptsTcp(port)).toBe(false);
});

it("stays away once it is stopped, whoever wants it up again", async () => {
  const { part, port } = await listener();
  await part.kill();
  await part.stop();
  await expect(part.start()).rejects.toThrow("web is stopped");
  expect(await acceptsTcp(port)).toBe(false);
});
