import { placeOrder } from "./place-order.ts";
import type { TestBench } from "./test-bench.ts";

/** Orders are placed, and Twilio does not say whether it took their texts. @returns the texts' keys. */
export async function loseTexts(bench: TestBench, orders = 1): Promise<string[]> {
  const keys: string[] = [];
  for (let number = 0; number < orders; number++) {
    bench.vendors.failNext("twilio", { drop: true });
    const { orderId } = await placeOrder(bench, { orderId: `ord_lost${number}` });
    await bench.settle();
    keys.push(`order-confirmation:${orderId}:sms`);
  }
  return keys;
}

/** As if it were long ago: stores reckon by the database's clock, which is not the engine's. */
export async function ageDoubts({ pool }: TestBench): Promise<void> {
  await pool.query("update platform.send_ledger set started_at = started_at - interval '1 hour'");
  await pool.query("update platform.deliveries set doubt_since = doubt_since - interval '1 hour'");
}
