import { expect, expectTypeOf, it } from "vitest";
import { workflowClient } from "./client.ts";
import { functionsOf } from "./functions-of.ts";
import type { OrderPorts } from "./mohallamart/orders/index.ts";
import type { MohallaMartPorts } from "./mohallamart/ports.ts";

const inngest = workflowClient("app");
const made = (id: string) => inngest.createFunction({ id, triggers: [{ event: "go" }] }, () => {});

it("makes every workflow of a list of the ports that they need together, and asks for no others", () => {
  const functions = functionsOf({
    tell: ({ text }: { text: string }) => made(`tell-${text}`),
    count: ({ from }: { from: number }) => made(`count-from-${from}`),
  });
  expectTypeOf(functions).parameter(0).toEqualTypeOf<{ text: string } & { from: number }>();
  expect(functions({ text: "all", from: 1 }).map((workflow) => workflow.id())).toEqual([
    "tell-all",
    "count-from-1",
  ]);
});

it("asks a domain for the methods that its workflows call", () => {
  expectTypeOf<MohallaMartPorts>().toExtend<OrderPorts>();
  expectTypeOf<OrderPorts>().not.toHaveProperty("search");
  expectTypeOf<OrderPorts["orders"]>().toHaveProperty("bookPayment");
  expectTypeOf<OrderPorts["orders"]>().not.toHaveProperty("place");
  expectTypeOf<OrderPorts["payments"]>().extract<undefined>().toEqualTypeOf<undefined>();
});
