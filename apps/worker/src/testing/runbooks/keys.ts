import { createHmac } from "node:crypto";
import { expect, it, vi } from "vitest";
import { placeOrder } from "../place-order.ts";
import { hexadecimal, type Production, patience } from "./production.ts";

/** Keys that change as planned, and keys that somebody else has. */
export function keys(production: () => Production): void {
  const sentTo = (email: string) =>
    production()
      .emulators.outbox()
      .filter(({ to }) => to === email).length;
  async function orderArrives(name: string): Promise<void> {
    const email = `${name}@example.com`;
    await placeOrder(production().pool, { orderId: `ord_${name}`, userId: `user_${name}`, email });
    await vi.waitUntil(() => sentTo(email) === 1, patience);
  }
  /** What the worker answers to a call that is signed with this key. */
  async function callSignedWith(key: string): Promise<number> {
    const time = Math.round(Date.now() / 1_000).toString();
    const signature = createHmac("sha256", key).update(`{}${time}`).digest("hex");
    const answer = await fetch(`${production().worker.url}/api/inngest/mohallamart`, {
      method: "PUT",
      headers: { "content-type": "application/json", "x-inngest-signature": `t=${time}&s=${signature}` },
      body: "{}",
    });
    await answer.body?.cancel();
    return answer.status;
  }

  it("keys: the engine's two keys change without an order that waits", async () => {
    const { configuration, engineKeys, follow, engine, worker } = production();
    const made = await follow("keys", "Making keys");
    const [signing = "", event = "", secret = ""] = made.text.trim().split("\n");
    expect([signing.length, event.length, secret.length]).toEqual([64, 32, 44]);
    configuration.INNGEST_SIGNING_KEY_FALLBACK = engineKeys.signing;
    configuration.INNGEST_SIGNING_KEY = signing;
    await worker.restart();
    await orderArrives("rotating");
    Object.assign(engineKeys, { signing, event });
    configuration.INNGEST_EVENT_KEY = event;
    await worker.restart();
    await engine.restart();
    expect(await follow("keys", "After the engine has its new signing key")).toMatchObject({ code: 0 });
    delete configuration.INNGEST_SIGNING_KEY_FALLBACK;
    configuration.ORDER_LINK_SECRET_PREVIOUS = configuration.ORDER_LINK_SECRET;
    configuration.ORDER_LINK_SECRET = secret;
    await worker.restart();
    expect((await follow("keys", "Changing keys")).code).toBe(0);
    await orderArrives("rotated");
  });

  it("keys, leaked-key: the database's role changes, and the old one is out at once", async () => {
    const { configuration, follow, worker } = production();
    const OWNER_URL = configuration.DATABASE_URL ?? "";
    const asRole = (role: string) => Object.assign(new URL(OWNER_URL), { username: role }).href;
    const role = (name: string) => `apps_${name}_${hexadecimal(4)}`;
    const [OLD_ROLE, NEW_ROLE, LAST_ROLE] = [role("old"), role("new"), role("last")];
    const PASSWORD = hexadecimal(16);
    const heading = "The database's password";
    const change = async (name: string) => {
      expect(await follow("keys", heading, { OWNER_URL, NEW_ROLE: name, PASSWORD })).toMatchObject({
        code: 0,
      });
      configuration.DATABASE_URL = asRole(name);
      await worker.restart();
    };
    await change(OLD_ROLE);
    const roleSettings = { OWNER_URL, ROLE: OLD_ROLE };
    expect(await follow("under-load", "Poolers", roleSettings)).toMatchObject({ code: 0 });
    await change(NEW_ROLE);
    expect(await follow("keys", heading, { OWNER_URL, OLD_ROLE }, 1)).toMatchObject({ code: 0 });
    expect(
      (await follow("leaked-key", "What was done with it", { DATABASE_URL: asRole(OLD_ROLE) }, 1)).text,
    ).toContain("not permitted to log in");
    await orderArrives("otherrole");
    expect(await follow("leaked-key", "The database", { OWNER_URL, OLD_ROLE: NEW_ROLE })).toMatchObject({
      code: 0,
    });
    await vi.waitUntil(async () => (await fetch(`${worker.url}/health/ready`)).status === 503, patience);
    await change(LAST_ROLE);
    await orderArrives("lastrole");
    configuration.DATABASE_URL = OWNER_URL;
    await worker.restart();
    await production().pool.query(
      `drop owned by ${OLD_ROLE}, ${NEW_ROLE}, ${LAST_ROLE}; drop role ${OLD_ROLE}, ${NEW_ROLE}, ${LAST_ROLE}`,
    );
  });

  it("leaked-key: what is signed with the leaked key is refused, and what goes on is ours", async () => {
    const { configuration, engineKeys, follow, engine, worker } = production();
    const leaked = engineKeys.signing;
    expect(await callSignedWith(leaked)).not.toBe(401);
    engineKeys.signing = hexadecimal(32);
    configuration.INNGEST_SIGNING_KEY = engineKeys.signing;
    await worker.restart();
    await engine.restart();
    expect(await follow("leaked-key", "Which key lets whom do what")).toMatchObject({ code: 0 });
    expect(await callSignedWith(leaked)).toBe(401);
    expect(await callSignedWith(engineKeys.signing)).not.toBe(401);
    await orderArrives("afterleak");
    expect((await follow("leaked-key", "What was done with it")).code).toBe(0);
    expect((await follow("leaked-key", "What was done with it", {}, 1)).text).toContain("client_addr");
  });

  it("under-load: who holds a row is found, and let go", async () => {
    const { follow, pool } = production();
    const [holder, waiter] = [await pool.connect(), await pool.connect()];
    const touch =
      "update mohallamart.products set stock = stock where product_id = (select min(product_id) from mohallamart.products)";
    holder.on("error", () => {});
    await holder.query("begin");
    await holder.query(touch);
    await waiter.query("set lock_timeout = '60s'; set statement_timeout = '60s'");
    const waiting = waiter.query(touch);
    const found = await vi.waitUntil(async () => {
      const { text } = await follow("under-load", "Who holds a row");
      return /^ *(\d+) \|.*idle in transaction/m.exec(text)?.[1];
    }, patience);
    expect(await follow("under-load", "Who holds a row", { PID: found }, 1)).toMatchObject({ code: 0 });
    await waiting;
    waiter.release(true);
    holder.release(true);
  });
}
