import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { orderCreated } from "@org/events/mohallamart/order-created";
import { createTestEngine } from "@org/local-engine/test";
import { expect, it, onTestFinished } from "vitest";
import { cornerShop } from "../examples/corner-shop.ts";

const packageFolder = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(packageFolder, path), "utf8");
const silent = { debug() {}, info() {}, warn() {}, error() {} };

it("begins with an example that stands in examples/corner-shop.ts: copy it from there after a change", () => {
  const [, example] = /```ts\n(.*?)```/s.exec(read("README.md")) ?? [];
  expect(example).toBe(read("examples/corner-shop.ts"));
});

it("has an example that type-checks as its reader's project would", async () => {
  const flags = ["--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--target", "es2023"];
  const tsc = join(packageFolder, "node_modules/.bin/tsc");
  await promisify(execFile)(tsc, ["examples/corner-shop.ts", ...flags, "--types", "node", "--ignoreConfig"], {
    cwd: packageFolder,
  });
});

it("has an example that confirms an order in the name of its shop", async () => {
  const printed: string[] = [];
  const engine = createTestEngine({
    apps: [(options) => cornerShop({ ...options, logger: silent }, (line) => printed.push(line))],
  });
  onTestFinished(() => engine.close());
  const items = [{ productId: "prod_tea", quantity: 1 }];
  await engine.send(
    orderCreated.create({ orderId: "ord_1", userId: "user_1", shopId: "shop_1", items, total: 12.5 }),
  );
  // Texts are collected for a second.
  await engine.advance("2s");

  expect(engine.run("send-order-confirmation").output).toEqual({ email: "asked", sms: "asked" });
  expect(printed[0]).toBe(
    "+4930123456: Corner Shop: Corner Shop has your order ord_1, €12.50. https://corner-shop.example/o/what-opens-the-order",
  );
  expect(printed[1]).toBe("order-confirmation:ord_1:sms sent");
  expect(engine.events({ name: "notification.emailRequested" })).toMatchObject([
    {
      data: {
        key: "order-confirmation:ord_1:email",
        template: "order-confirmation",
        data: { orderId: "ord_1" },
      },
    },
  ]);
});

it("has a row for every workflow", () => {
  const { functions } = JSON.parse(read("functions.json"));
  const ids: string[] = functions.map(({ id }: { id: string }) => id);
  const rows = read("README.md")
    .split("\n")
    .filter((line) => line.startsWith("| `"));
  expect(ids.filter((id) => !rows.some((row) => row.split("|")[1]?.includes(`\`${id}\``)))).toEqual([]);
});
