import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { reportSender } from "./report-sender.ts";

it("signs what is told again with the time at which it is told again, and stops once it is taken", async () => {
  const signed: string[] = [];
  const server = createServer((request, response) => {
    signed.push(String(request.headers["signed-at"]));
    response.writeHead(signed.length < 3 ? 503 : 204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const sender = reportSender([0, 5, 5, 5, 5]);
  onTestFinished(() => {
    sender.close();
    server.close();
  });

  const { port } = server.address() as AddressInfo;
  const headers = (at: Date) => ({ "signed-at": String(at.getTime()) });
  sender.send({ url: `http://127.0.0.1:${port}`, headers, body: "{}" });

  await expect.poll(() => signed.length).toBe(3);
  expect(new Set(signed).size).toBe(3);
  expect(signed).toEqual(signed.toSorted());
});
