import { userCreated } from "@org/events/mohallamart/user-created";
import { asha, placeOrder } from "./place-order.ts";
import type { TestBench } from "./test-bench.ts";

/** Opens an account as the storefront does. */
export function register({ mohallaMart }: TestBench): Promise<unknown> {
  return mohallaMart.users.add(asha, { emit: [userCreated.create(asha)] });
}

/** Has an order that everybody was told of, preferences and a session. */
export async function knownUser(bench: TestBench): Promise<void> {
  const { userId } = asha;
  await placeOrder(bench);
  await bench.settle();
  const channels = { email: true, sms: false, push: true };
  await bench.mohallaMart.preferences.initialize({ userId, language: "en-IN", channels });
  await bench.sessions.open(userId, "2100-01-01T00:00:00Z");
}

/** Customers besides those of the demo data, who want every message: `user_n1` at `n1@example.com`, and so on. */
export async function moveInCustomers(bench: TestBench, howMany: number): Promise<string[]> {
  await bench.rows.addCustomers(howMany);
  return Array.from({ length: howMany }, (_none, index) => `user_n${index + 1}`);
}
