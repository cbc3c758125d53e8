/** What an outside consumer's tests do: read an order as two of its readers would. */
import process from "node:process";
import { orderCreated } from "../../mohallamart/order-created.ts";
import { readBy } from "../readers/reads.ts";

if (process.argv.includes("--fail")) process.exit(3);
if (!process.argv.includes("--idle")) {
  const [data] = orderCreated.examples;
  const received = () => orderCreated.receive({ data: { ...data }, ts: 0 });
  readBy("pick-list", orderCreated, received()).items.map(({ productId }) => productId);
  process.stdout.write(`${readBy("till", orderCreated, received()).total}\n`);
}
