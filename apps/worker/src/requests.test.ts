import { Hono } from "hono";
import { expect, it } from "vitest";
import { refuseBeyond } from "./requests.ts";

it("takes so many calls at once, whatever they are for, and the next ones when those have ended", async () => {
  const app = new Hono();
  const ended: (() => void)[] = [];
  const door = refuseBeyond(2);
  for (const path of ["/a", "/b"]) {
    app.use(path, door);
    app.post(path, async (context) => {
      await new Promise<void>((resolve) => ended.push(resolve));
      return context.text("done");
    });
  }
  app.get("/health", (context) => context.text("ok"));
  const call = (path: string) => app.request(path, { method: "POST" });

  const inHand = [call("/a"), call("/b")];
  await expect.poll(() => ended.length).toBe(2);
  const refused = await call("/a");
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "2"]);
  expect(await refused.json()).toEqual({ error: "The worker has 2 calls in hand. Call again in 2 seconds." });
  expect((await app.request("/health")).status).toBe(200);

  for (const end of ended.splice(0)) end();
  expect((await Promise.all(inHand)).map(({ status }) => status)).toEqual([200, 200]);
  const next = call("/b");
  await expect.poll(() => ended.length).toBe(1);
  ended[0]?.();
  expect((await next).status).toBe(200);
});

it("gives the place back when a call fails", async () => {
  const app = new Hono();
  app.use("/a", refuseBeyond(1));
  app.post("/a", () => {
    throw new Error("a mistake");
  });
  app.onError((_error, context) => context.text("failed", 500));
  for (let n = 0; n < 3; n++) expect((await app.request("/a", { method: "POST" })).status).toBe(500);
});
