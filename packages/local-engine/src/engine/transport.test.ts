import { createServer } from "node:http";
import { expect, it } from "vitest";
import { listenOnFreePort } from "../conformance/listen.ts";
import { createHttpTransport } from "./transport.ts";

const request = { headers: {}, body: "{}" };

it("gives up on an app that hangs, saying for how long it waited", async () => {
  const app = createServer(() => {});
  const url = await listenOnFreePort(app);
  const transport = createHttpTransport({ timeout: 50 });
  await expect(transport({ ...request, url })).rejects.toMatchObject({
    message: `${url} has not answered for 0.05 s.`,
    reach: "lost",
  });
  transport.close();
  app.closeAllConnections();
  app.close();
});

it("tells an app that is not there from one that went away", async () => {
  const app = createServer((incoming) => incoming.socket.destroy());
  const url = await listenOnFreePort(app);
  const transport = createHttpTransport();
  await expect(transport({ ...request, url })).rejects.toMatchObject({ reach: "lost" });
  await new Promise((resolve) => app.close(resolve));
  await expect(transport({ ...request, url })).rejects.toMatchObject({ reach: "never" });
  transport.close();
});
