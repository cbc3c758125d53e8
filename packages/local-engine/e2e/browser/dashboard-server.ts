import { type DevServer, type DevServerOptions, startDevServer } from "@org/local-engine";
import { startExampleApp } from "./example-app.ts";

const examples = { "shop/order.created": [{ orderId: "ord_example", shopId: "shop_1", total: 900 }] };

const schemas = {
  "shop/order.created": {
    type: "object",
    properties: { orderId: { type: "string" }, shopId: { type: "string" }, total: { type: "number" } },
    required: ["orderId", "total"],
  },
};
const home = "http://127.0.0.1:9/operations/workflows";

export interface Stage {
  server: DevServer;
  app: Awaited<ReturnType<typeof startExampleApp>>;
  /** Registers the example app with the engine. */
  connect(): Promise<void>;
  close(): Promise<void>;
}

/** A dev server and an app that sends to it, each on a free port. */
export async function startStage(options: DevServerOptions = {}): Promise<Stage> {
  const server = await startDevServer({ port: 0, examples, schemas, home, ...options });
  const app = await startExampleApp(server.url);
  return {
    server,
    app,
    async connect() {
      const response = await fetch(`${server.url}/dashboard/api/apps/sync`, {
        method: "POST",
        body: JSON.stringify({ url: app.url }),
      });
      if (!response.ok) throw new Error(`the example app did not sync: ${await response.text()}`);
    },
    async close() {
      await server.close();
      app.close();
    },
  };
}
