import { type Stack, startStack } from "@org/local-stack";
import { demoShopkeepers } from "@org/stores/demo-data/mohallamart";
import { postgresLedger } from "@org/stores/ledger/postgres";
import { orderNumber } from "@org/stores/mohallamart/orders/order-number";
import { mohallaMartStores } from "@org/stores/mohallamart/postgres";
import { createPool, type Pool } from "@org/stores/postgres";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { addToCart, checkOut, followed, newPerson, type Person, stepsOf, untilHandled } from "./customer.ts";
import { linkOf } from "./order-links.ts";
import { orderingInLanguages } from "./ordering-in-languages.ts";
import { confirmRegistration, linkIn, newApplicant } from "./residents.ts";
import { signIn } from "./sign-in.ts";
import { createVisitor, fillIn, type VisitedPage } from "./visitor.ts";

const shopId = "shop_789";
const settledSteps = ["placed done", "stock done", "email done", "sms done", "shopkeeper done"];

let stack: Stack;
let pool: Pool;

beforeAll(async () => {
  stack = await startStack({ environment: process.env });
  pool = createPool({ databaseUrl: stack.urls.postgres });
});

afterAll(async () => {
  await pool?.end();
  await stack?.stop();
});

const visitor = () => createVisitor(stack.urls.web);

async function product() {
  const sold = await mohallaMartStores(pool).products.list({ shopId });
  const found = sold.find(({ available }) => available >= 10);
  if (!found) throw new Error(`No product of ${shopId} has ten pieces left; the demo data has changed.`);
  return found;
}

async function available(productId: string): Promise<number> {
  return (await mohallaMartStores(pool).products.get(productId))?.available ?? 0;
}

async function count(table: "mohallamart.orders" | "platform.outbox"): Promise<number> {
  // What visitors do is written a little later, and has nothing to do with orders.
  const condition = table === "platform.outbox" ? "where name <> 'analytics.track'" : "";
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::int as count from ${table} ${condition}`,
  );
  return rows[0]?.count ?? 0;
}

/** What the customer was sent about an order; a new customer is also welcomed. */
function confirmationsOf(orderId: string, { email, phone }: Person) {
  const number = `+91${phone.replace(/\D/g, "")}`;
  const about = stack.emulators.outbox().filter(({ text }) => text?.includes(orderNumber(orderId)));
  return { emails: about.filter(({ to }) => to === email), texts: about.filter(({ to }) => to === number) };
}

function orderIdOf(page: VisitedPage): string {
  const [, orderId] = /^\/orders\/(ord_\w+)$/.exec(page.path) ?? [];
  if (!orderId) throw new Error(`Expected an order's page, got ${page.path}: ${page.text.slice(0, 500)}`);
  return orderId;
}

describe("in other languages", () => {
  orderingInLanguages(
    () => stack,
    async () => ({ shopId, productId: (await product()).productId }),
  );
});

describe("ordering", () => {
  it("takes stock, sends one email and one SMS, and shows each step", async () => {
    const customer = visitor();
    const person = newPerson();
    const { productId, name } = await product();
    const before = await available(productId);
    await addToCart(customer, productId);
    await addToCart(customer, productId);
    const placed = await customer.send(await checkOut(customer, shopId, person));
    const orderId = orderIdOf(placed);
    expect(placed.text).toContain(`2 ×${name}`);
    const line = placed.document.querySelector(`main tr:has(a[href="/products/${productId}"])`);
    expect(line?.querySelector("svg, img")).not.toBeNull();

    const page = await untilHandled(customer, placed.path);
    expect(stepsOf(page)).toEqual(settledSteps);
    expect(await available(productId)).toBe(before - 2);
    const { emails, texts } = confirmationsOf(orderId, person);
    expect(emails).toHaveLength(1);
    const { url = "" } = linkOf(emails[0]);
    expect(texts[0]?.text).toContain(url);
    expect((await visitor().open(new URL(url).pathname)).path).toBe(`/orders/${orderId}`);
    expect(emails[0]?.text).toContain(name);
    expect(texts).toHaveLength(1);
    expect((await customer.open("/cart")).text).toContain("Nothing in it yet");

    const updates = await customer.request(`${placed.path}/progress`);
    expect(updates.headers.get("content-type")).toMatch(/^text\/event-stream/);
    await updates.body?.cancel();
  });

  it("is followed beyond what machines do, until it is delivered", async () => {
    const customer = visitor();
    await addToCart(customer, (await product()).productId);
    const { path } = await customer.send(await checkOut(customer, shopId, newPerson()));
    const orderId = path.split("/").at(-1) ?? "";
    await untilHandled(customer, path);
    const { email = "" } = demoShopkeepers.find((keeper) => keeper.shopId === shopId) ?? {};
    const keeper = visitor();
    await signIn(stack, keeper, email, "/shop");
    const moves = ["packed", "shipped", "delivered"];
    const seen: string[] = [];
    const said = await followed(customer, path, async () => {
      const last =
        stepsOf(await customer.open(path))
          .at(-1)
          ?.split(" ")[0] ?? "";
      if (seen.at(-1) === last) return false;
      seen.push(last);
      const next = moves[moves.indexOf(last) + 1];
      if (!next) return false;
      const form = `[data-order="${orderId}"] input[name="status"][value="${next}"]`;
      await keeper.send(fillIn(await keeper.open("/shop"), form, { trackingNumber: "DLV-1" }));
      return false;
    });
    expect(seen.slice(1)).toEqual(moves);
    expect(said).toMatch(/\n\nevent: settled\ndata: \n\n$/);
    expect(said.match(/^data: \S+$/gm)).toHaveLength(4);
  });

  it("shows on the shop's open page as it is placed, and as it is cancelled", async () => {
    const { email = "" } = demoShopkeepers.find((each) => each.shopId === shopId) ?? {};
    const [keeper, customer] = [visitor(), visitor()];
    await signIn(stack, keeper, email, "/shop");
    await addToCart(customer, (await product()).productId);
    const form = await checkOut(customer, shopId, newPerson());
    let path: string | undefined;
    const seen: string[] = [];
    await followed(keeper, "/shop", async () => {
      path ??= (await customer.send(form)).path;
      const card = (await keeper.open("/shop")).document.querySelector(
        `[data-order="${path.split("/").at(-1)}"]`,
      );
      const status = card?.getAttribute("data-status");
      if (!status || status === seen.at(-1)) return false;
      seen.push(status);
      if (status === "placed") {
        await customer.send(fillIn(await customer.open(`${path}/cancel`), 'input[name="orderId"]'));
      }
      return status === "cancelled";
    });
    expect(seen).toEqual(["placed", "cancelled"]);
  });

  it("makes one order and one email of a form that is sent three times", async () => {
    const customer = visitor();
    const person = newPerson();
    await addToCart(customer, (await product()).productId);
    const form = await checkOut(customer, shopId, person);
    const orders = await count("mohallamart.orders");
    const twice = await Promise.all([customer.send(form), customer.send(form)]);
    const again = await customer.send(form);
    expect(new Set([...twice, again].map(orderIdOf)).size).toBe(1);
    const orderId = orderIdOf(again);
    await untilHandled(customer, again.path);
    expect(await count("mohallamart.orders")).toBe(orders + 1);
    const { emails, texts } = confirmationsOf(orderId, person);
    expect([emails.length, texts.length]).toEqual([1, 1]);
  });

  it("confirms once although the worker dies between the email and the SMS", async () => {
    const customer = visitor();
    const person = newPerson();
    await addToCart(customer, (await product()).productId);
    // MSG91, which sends to India, is too busy once, so the run waits for its retry when the worker dies.
    const ledger = postgresLedger(pool);
    stack.emulators.failNext("msg91", { status: 429, retryAfter: 5, times: 1 });
    const placed = await customer.send(await checkOut(customer, shopId, person));
    const orderId = orderIdOf(placed);
    const smsState = async () => (await ledger.get(`order-confirmation:${orderId}:sms`))?.state;
    await vi.waitUntil(async () => (await smsState()) === "failed", { timeout: 20_000, interval: 20 });
    await vi.waitUntil(() => confirmationsOf(orderId, person).emails.length > 0, {
      timeout: 20_000,
      interval: 20,
    });
    await stack.kill("worker", "SIGKILL");
    const before = confirmationsOf(orderId, person);
    expect([before.emails.length, before.texts.length]).toEqual([1, 0]);
    await stack.restart("worker");
    expect(stepsOf(await untilHandled(customer, placed.path))).toEqual(settledSteps);
    const { emails, texts } = confirmationsOf(orderId, person);
    expect([emails.length, texts.length]).toEqual([1, 1]);
  });
});

describe("a bad order", () => {
  const unknown = { item: ["prod_nowhere:1"] };
  it.each<[string, Record<string, string | readonly string[]>, string]>([
    ["an unknown product", unknown, "prod_nowhere"],
    ["a quantity of 0", { item: ["prod_101:0"] }, "1 to 99"],
    ["script in the name", { name: "<script>alert(1)</script>" }, "Use only letters"],
    ["a number that is no phone", { phone: "12345" }, "Enter a mobile number"],
    ["a price that was never shown", { expectedTotal: "0.01" }, "Prices have changed"],
  ])("with %s comes back with a message, and nothing is written", async (_, changes, message) => {
    const customer = visitor();
    await addToCart(customer, (await product()).productId);
    const written = [await count("mohallamart.orders"), await count("platform.outbox")];
    const page = await customer.send(await checkOut(customer, shopId, newPerson(), changes));
    expect(page.path).toBe(`/checkout/${shopId}`);
    expect(page.text).toContain(message);
    expect(page.document.querySelector("main script")).toBeNull();
    expect([await count("mohallamart.orders"), await count("platform.outbox")]).toEqual(written);
  });

  it("is refused once too many came from one network, and the entries are kept", async () => {
    const customer = visitor();
    const person = newPerson();
    await addToCart(customer, (await product()).productId);
    const first = await checkOut(customer, shopId, person);
    for (let n = 0; n < 20; n++) orderIdOf(await customer.send(first));
    await addToCart(customer, (await product()).productId);
    const page = await customer.send(await checkOut(customer, shopId, person));
    expect(page.text).toContain("Too many orders came from your network. Wait 10 minutes");
    expect(page.document.querySelector('input[name="email"]')?.getAttribute("value")).toBe(person.email);
  });

  it("of more than there is says how many are left", async () => {
    const customer = visitor();
    const { productId, name } = await product();
    await addToCart(customer, productId);
    const left = await available(productId);
    const page = await customer.send(
      await checkOut(customer, shopId, newPerson(), { item: [`${productId}:${left + 1}`] }),
    );
    expect(page.text).toContain(`${left + 1} of ${name} ordered, ${left} left`);
    expect(await available(productId)).toBe(left);
  });

  it.each(["with its length", "in chunks"])("of 10 MB sent %s gets a page that says so", async (how) => {
    const customer = visitor();
    const form = fillIn(await customer.open("/"), 'input[name="productId"]', {
      change: "x".repeat(10_485_760),
    });
    const encoded = new Response(form.body);
    const written = await count("platform.outbox");
    const response = await customer.request("/", {
      method: "POST",
      headers: { "content-type": encoded.headers.get("content-type") ?? "" },
      ...(how === "in chunks"
        ? { body: encoded.body, duplex: "half" as const }
        : { body: await encoded.arrayBuffer() }),
    });
    expect(response.status).toBe(413);
    expect(await response.text()).toContain("64 KB");
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(await count("platform.outbox")).toBe(written);
  });
});

describe("addresses", () => {
  it.each([
    ["/orders/ord_unknown", 404],
    ["/orders/not-an-id", 404],
    ["/orders/ord_unknown/progress", 404],
    ["/o/Qm9uam91ciBsZSBtb25kZQ", 404],
    ["/orders/%E0%A4%A", 400],
    ["/checkout/shop_unknown", 404],
    ["/ten-ocean/residents/user_unknown", 404],
    ["/nowhere", 404],
  ])("%s answers %i", async (path, status) => {
    expect((await visitor().open(path)).status).toBe(status);
  });

  it.each([
    ["/orders/ord_unknown", "There is no such order"],
    ["/o/Qm9uam91ciBsZSBtb25kZQ", "There is no such order"],
    ["/products/prod_unknown", "This product is not sold here"],
    ["/sell/applications/sk_unknown", "There is no such application"],
    ["/ten-ocean/residents/user_unknown?from=mail", "There is no such registration"],
    ["/nowhere", "There is nothing at this address"],
  ])("%s says without scripts that it is not there", async (path, title) => {
    const { status, document } = await visitor().open(path);
    expect(status).toBe(404);
    expect(document.querySelectorAll("main#content h1").map(({ text }) => text)).toEqual([title]);
  });

  it("pages are told what they may load, and by whom they may be framed", async () => {
    const { headers } = await visitor().request("/");
    expect(headers.get("content-security-policy")).toMatch(/default-src 'self'.*frame-ancestors 'none'/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-powered-by")).toBeNull();
  });
});

describe("the tenant portal", () => {
  it("registers a resident once and asks the admins", async () => {
    const resident = visitor();
    const applicant = newApplicant({ firstName: "Maya" });
    const form = fillIn(await resident.open("/ten-ocean"), 'input[name="userId"]', { ...applicant });
    const registered = await resident.send(form);
    expect((await resident.send(form)).path).toBe(registered.path);
    const { path } = await confirmRegistration(stack, resident, applicant);
    const sent = await linkIn(stack, applicant.email, "Your registration");
    expect((await visitor().open(sent.path)).path).toBe(path);
    const page = await untilHandled(resident, path);
    expect(stepsOf(page)).toEqual(["registered done", "queued done", "reviewers done", "decision pending"]);
    const requests = stack.emulators
      .outbox()
      .filter(({ subject }) => subject?.startsWith("A new registration"));
    expect(requests.length).toBeGreaterThan(0);
    expect(new Set(requests.map(({ to }) => to)).size).toBe(requests.length);
    for (const { text } of requests) {
      expect(text).toContain("Maya");
      const link = text?.match(/https?:\S+/)?.[0] ?? "no link in the email";
      expect((await fetch(link)).status).toBe(200);
    }
  });
});
