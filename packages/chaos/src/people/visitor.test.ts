import { once } from "node:events";
import { createServer } from "node:http";
import { expect, it, onTestFinished } from "vitest";
import { createVisitor, entry, fillIn } from "./visitor.ts";

const page = `<main><form><input type="hidden" name="orderId" value="ord_1"><input type="radio" name="payment" value="cash" checked>
<input type="radio" name="payment" value="prepaid"><select name="unit"><option value="1A">1A</option><option value="1B" selected>1B</option></select>
<textarea name="note">As it was</textarea></form><p role="alert">Sold out</p></main>`;

/** A site that shows the form at `/`, leads from a sent form to `/done`, and breaks the connection there. */
async function site() {
  const cookies: string[] = [];
  const server = createServer((request, response) => {
    cookies.push(request.headers.cookie ?? "");
    if (request.url === "/done") return void request.socket.destroy();
    if (request.method === "POST") response.writeHead(303, { location: "/done" }).end();
    else response.writeHead(200, { "set-cookie": "cart=1; Path=/" }).end(page);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { visitor: createVisitor(`http://127.0.0.1:${port}`, "10.0.0.1"), cookies };
}

it("fills in a form as a browser sends it, and reads what is wrong", async () => {
  const { visitor } = await site();
  const opened = await visitor.open("/");
  expect(opened.alert).toBe("Sold out");
  const form = fillIn(opened, 'input[name="orderId"]', { payment: "prepaid" });
  const sent = ["orderId", "payment", "unit", "note"].map((name) => entry(form, name));
  expect(sent).toEqual(["ord_1", "prepaid", "1B", "As it was"]);
  expect(() => fillIn(opened, 'input[name="userId"]')).toThrow('no form with input[name="userId"] on /');
});

it("has been answered by an answer that leads on, also when the page there cannot be opened", async () => {
  const { visitor, cookies } = await site();
  const form = fillIn(await visitor.open("/"), 'input[name="orderId"]');
  expect(await visitor.send(form)).toMatchObject({ path: "/done", status: 303, text: "" });
  expect(cookies).toEqual(["", "cart=1", "cart=1"]);
});

it("says that nothing came when the connection breaks", async () => {
  const { visitor } = await site();
  await expect(visitor.open("/done")).rejects.toThrow();
});
