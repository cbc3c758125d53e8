import { userCreated } from "@org/events/mohallamart/user-created";
import { IntegrationError } from "@org/integrations/error";
import { asha } from "./place-order.ts";
import type { TestBench } from "./test-bench.ts";

/** What a database says that refuses for good. */
export const refused = new IntegrationError("The stores refused (42501).", {
  port: "stores/mohallamart",
  vendor: "postgres",
  kind: "final",
});

/**
 * A customer registers and is not welcomed, because the welcome fails for good; a second try would succeed. Resolves
 * to the id of the failed run once it is recorded.
 */
export async function failToWelcome(bench: TestBench): Promise<string> {
  const { engine, mohallaMart, settle } = bench;
  engine.faults.failStep({ functionId: "send-welcome-email", stepId: "ask-for-email", error: refused });
  await mohallaMart.users.add(asha, { emit: [userCreated.create(asha)] });
  await settle();
  return engine.run("send-welcome-email").id;
}
