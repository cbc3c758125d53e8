import { once } from "node:events";
import { createServer } from "node:http";
import { expect, it, onTestFinished, vi } from "vitest";
import { openNoticeDoor } from "./notice-door.ts";

/** A web app that answers notices with these statuses, then with 200, and what it heard. */
async function appWith(...statuses: number[]) {
  const heard: string[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const piece of request) body += String(piece);
    heard.push(`${request.headers["x-razorpay-signature"]} ${body}`);
    response.statusCode = statuses.shift() ?? 200;
    response.end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const door = await openNoticeDoor(
    `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}/`,
  );
  onTestFinished(async () => {
    await door.close();
    server.close();
  });
  const notify = () =>
    fetch(door.url, { method: "POST", body: "paid", headers: { "x-razorpay-signature": "signed" } });
  return { door, heard, notify };
}

it("hands a notice on as it came, and again until it is taken", async () => {
  const { door, heard, notify } = await appWith(503);
  expect((await notify()).status).toBe(200);
  await vi.waitUntil(() => door.waiting() === 0, { timeout: 10_000 });
  expect(heard).toEqual(["signed paid", "signed paid"]);
});

it("hands each notice on twice while it is told to", async () => {
  const { door, heard, notify } = await appWith();
  door.double(true);
  await notify();
  await vi.waitUntil(() => door.waiting() === 0, { timeout: 10_000 });
  expect(heard).toHaveLength(2);
});
