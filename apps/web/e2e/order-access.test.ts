import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Stack, startStack } from "@org/local-stack";
import { demoShopkeepers, demoStaff } from "@org/stores/demo-data/mohallamart";
import { demoAdmins, demoResidents } from "@org/stores/demo-data/ten-ocean";
import { mohallaMartStores } from "@org/stores/mohallamart/postgres";
import { createPool, type Pool } from "@org/stores/postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { confirmApplication } from "./applications.ts";
import { addToCart, checkOut, followed, newPerson, untilHandled } from "./customer.ts";
import { linkTo } from "./order-links.ts";
import { linkIn, register } from "./residents.ts";
import { signIn } from "./sign-in.ts";
import { createVisitor, fillIn, type Visitor } from "./visitor.ts";

const shopId = "shop_789";

let stack: Stack;
let pool: Pool;
let stateDir: string;
let productId: string;
const written: string[] = [];

beforeAll(async () => {
  stateDir = await mkdtemp(join(tmpdir(), "order-access-"));
  const onLine = (process: string, line: string) => void written.push(`${process}: ${line}`);
  stack = await startStack({ environment: { ...process.env, LOG_LEVEL: "debug" }, stateDir, onLine });
  pool = createPool({ databaseUrl: stack.urls.postgres });
  const sold = await mohallaMartStores(pool).products.list({ shopId });
  productId = sold.toSorted((a, b) => b.available - a.available)[0]?.productId ?? "";
});

afterAll(async () => {
  await pool?.end();
  await stack?.stop();
  await rm(stateDir, { recursive: true, force: true });
});

const visitor = () => createVisitor(stack.urls.web);

/** An order that somebody has placed without signing in, with all that it causes done. */
async function placed() {
  const customer = visitor();
  const person = newPerson();
  await addToCart(customer, productId);
  const form = await checkOut(customer, shopId, person);
  const page = await customer.send(form);
  const orderId = page.path.split("/").at(-1) ?? "";
  await untilHandled(customer, page.path);
  return {
    customer,
    person,
    form,
    orderId,
    path: `/orders/${orderId}`,
    link: await linkTo(stack, orderId, person.email),
  };
}

async function signedIn(email: string, path: string): Promise<Visitor> {
  const browser = visitor();
  await signIn(stack, browser, email, path);
  return browser;
}

/** What a browser is told, without what differs in every answer. */
async function answerTo(browser: Visitor, path: string, id: string) {
  const response = await browser.request(path);
  const body = (await response.text())
    .replaceAll(id, "<id>")
    .replaceAll(/nonce="[^"]*"|"nonce":"[^"]*"|\\"nonce\\":\\"[^"]*\\"/g, "<nonce>");
  const { status } = response;
  const [, main = body] = /<main[^>]*>([\s\S]*)<\/main>/.exec(body) ?? [];
  return { status, main, cookies: response.headers.getSetCookie() };
}

describe.each([
  {
    what: "a registration",
    unknown: "user_01KB0000000000000000000000",
    async begin() {
      const browser = visitor();
      const { email, path, userId } = await register(stack, browser);
      const { path: link } = await linkIn(stack, email, "Your registration");
      return { browser, path, id: userId, link };
    },
    office: () =>
      signedIn(
        demoAdmins.find(({ role }) => role === "admin")?.email ?? "",
        "/ten-ocean/admin/registrations",
      ),
    stranger: () => signedIn(demoResidents[0]?.email ?? "", "/ten-ocean/profile"),
  },
  {
    what: "an application",
    unknown: "sk_01KB0000000000000000000000",
    async begin() {
      const browser = visitor();
      const { name, email, phone } = newPerson();
      const shop = { shopName: "Corner", area: "Indiranagar", description: "Rice." };
      const form = await browser.open("/sell");
      await browser.send(fillIn(form, 'input[name="shopkeeperId"]', { ...shop, name, email, phone }));
      const { applied } = await confirmApplication(stack, browser, email);
      await untilHandled(browser, applied.path);
      return { browser, path: applied.path, id: applied.path.split("/").at(-1) ?? "", link: undefined };
    },
    office: () => signedIn(demoStaff[0]?.email ?? "", "/admin/applications"),
    stranger: () => signedIn(demoShopkeepers[0]?.email ?? "", "/shop"),
  },
])("$what", ({ begin, office, stranger, unknown }) => {
  it("is for the browser that confirmed it, who decides on it and who has its link, and for nobody by its id", async () => {
    const { browser, path, id, link } = await begin();
    const mayOpen = [browser, await office()];
    if (link !== undefined) {
      const elsewhere = visitor();
      const answer = await elsewhere.request(link);
      expect([answer.status, answer.headers.get("location")]).toEqual([303, path]);
      expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
      const [cookie = "", ...others] = answer.headers.getSetCookie();
      expect(others).toEqual([]);
      expect(cookie).toMatch(new RegExp(`^registration-link=.*; Path=${path};.*; HttpOnly; SameSite=lax`));
      mayOpen.push(elsewhere);
    }
    for (const who of mayOpen) {
      expect((await who.open(path)).status).toBe(200);
      expect((await who.request(`${path}/progress`)).status).toBe(200);
    }
    const other = await begin();
    for (const who of [visitor(), await stranger(), other.browser]) {
      for (const address of [path, `${path}/progress`]) {
        const asked = await answerTo(who, address, id);
        expect([address, asked.status]).toEqual([address, 404]);
        expect(asked).toEqual(await answerTo(who, address.replace(id, unknown), unknown));
      }
    }
  });
});

describe("an order", () => {
  it("is opened by the link of its messages in any browser, whose cookie is for that order alone", async () => {
    const { orderId, path, link, person } = await placed();
    const elsewhere = visitor();
    const answer = await elsewhere.request(link.path);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, path]);
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    const [cookie = "", ...others] = answer.headers.getSetCookie();
    expect(others).toEqual([]);
    expect(cookie).toMatch(new RegExp(`^order-link=.*; Path=${path};.*; HttpOnly; SameSite=lax`));
    expect((await elsewhere.open(path)).text).toContain(`Thank you, ${person.name}`);
    expect((await elsewhere.request(`${path}/progress`)).status).toBe(200);
    const other = await placed();
    expect((await elsewhere.open(other.path)).status).toBe(404);
    const stolen = { headers: { cookie: `order-link=${link.token}` } };
    expect((await visitor().request(other.path, stolen)).status).toBe(404);
    expect((await visitor().request(path, { headers: { cookie: `order-link=${orderId}` } })).status).toBe(
      404,
    );
  });

  it("is its customer's, its shop's and the staff's, and for everybody else as one that does not exist", async () => {
    const { path, orderId, person } = await placed();
    const [ours, theirs] = demoShopkeepers;
    const stranger = await placed();
    const mayOpen = {
      owner: await signedIn(person.email, "/account"),
      shop: await signedIn(ours?.email ?? "", "/shop"),
      staff: await signedIn(demoStaff[0]?.email ?? "", "/operations"),
    };
    for (const [who, browser] of Object.entries(mayOpen)) {
      const page = await browser.open(path);
      expect([who, page.status]).toEqual([who, 200]);
      expect((await browser.request(`${path}/progress`)).status, who).toBe(200);
    }
    const mayNot = {
      nobody: visitor(),
      "another customer": await signedIn(stranger.person.email, "/account"),
      "another shop": await signedIn(theirs?.email ?? "", "/shop"),
    };
    const unknown = "ord_01KB0000000000000000000000";
    const addresses = (id: string) => [
      `/orders/${id}`,
      `/orders/${id}/cancel`,
      `/orders/${id}/progress`,
      `/checkout/${shopId}/${id}`,
      `/checkout/${shopId}/${id}/placed`,
    ];
    for (const [who, browser] of Object.entries(mayNot)) {
      for (const [n, address] of addresses(orderId).entries()) {
        const asked = await answerTo(browser, address, orderId);
        expect([who, address, asked.status]).toEqual([who, address, 404]);
        expect(asked, `${address} for ${who}`).toEqual(
          await answerTo(browser, addresses(unknown)[n] ?? "", unknown),
        );
      }
    }
  });

  it("is followed by who may see it alone, also when others ask at the same moment", async () => {
    const { customer, path } = await placed();
    const stranger = visitor();
    const asked = Array.from({ length: 10 }, (_none, n) => (n % 2 === 0 ? stranger : customer));
    const answers = await Promise.all(asked.map((browser) => browser.request(`${path}/progress`)));
    expect(answers.map(({ status }) => status)).toEqual(asked.map((who) => (who === customer ? 200 : 404)));
    await Promise.all(answers.map(({ body }) => body?.cancel()));
  });

  it("is cancelled by nobody else, whatever form they send", async () => {
    const { customer, path, orderId } = await placed();
    const form = fillIn(await customer.open(`${path}/cancel`), 'input[name="orderId"]');
    const stranger = await placed();
    expect((await visitor().send(form)).status).toBe(404);
    // From a page that is theirs, with the id of the other one in the form.
    const own = fillIn(await stranger.customer.open(`${stranger.path}/cancel`), 'input[name="orderId"]', {
      orderId,
    });
    expect((await stranger.customer.send(own)).status).toBe(404);
    const shop = await signedIn(demoShopkeepers[0]?.email ?? "", "/shop");
    expect((await shop.send(form)).status).toBe(404);
    expect((await customer.open(path)).text).not.toContain("This order was cancelled");
    expect((await customer.send(form)).text).toContain("This order was cancelled");
  });

  it("is not shown to who sends a checkout form with its id, shop and items again", async () => {
    const { orderId } = await placed();
    const stranger = visitor();
    await addToCart(stranger, productId);
    const written = await checkOut(stranger, shopId, newPerson(), { orderId });
    const refused = await stranger.send(written);
    expect(refused.path).toBe(`/checkout/${shopId}`);
    expect(refused.text).toContain("out of date or damaged");
    expect((await stranger.open(`/orders/${orderId}`)).status).toBe(404);
  });
});

describe("a link to an order", () => {
  it("cancels the order for a day, says so, and asks to sign in afterwards", async () => {
    const { path, orderId, link, person } = await placed();
    const browser = visitor();
    const page = await browser.open(link.path);
    expect(page.text).toMatch(/Cancel this order until .*; after that, sign in to cancel it/);
    const form = fillIn(await browser.open(`${path}/cancel`), 'input[name="orderId"]');
    const aDayAgo =
      "update mohallamart.orders set placed_at = now() - interval '24 hours' where order_id = $1";
    await pool.query(aDayAgo, [orderId]);
    const late = await browser.send(form);
    expect([late.path, late.text]).toEqual([`${path}/cancel`, expect.stringContaining("Sign in to cancel")]);
    const seen = await browser.open(path);
    expect(seen.text).toContain(`Thank you, ${person.name}`);
    const wayIn = seen.document
      .querySelector('[aria-labelledby="items"] a[href^="/sign-in"]')
      ?.getAttribute("href");
    expect(wayIn).toBe(`/sign-in?${new URLSearchParams({ next: `${path}/cancel` })}`);
    const owner = await signedIn(person.email, wayIn ?? "");
    const cancelled = await owner.send(fillIn(await owner.open(`${path}/cancel`), 'input[name="orderId"]'));
    expect(cancelled.text).toContain("This order was cancelled");
  });

  it("is ended by the order's customer, with every browser that it was opened in", async () => {
    const { customer, path, link, person, form } = await placed();
    const owner = await signedIn(person.email, "/account");
    const stream = followed(customer, path);
    const ended = await owner.send(fillIn(await owner.open(path), '[aria-labelledby="links"] input'));
    expect(ended.text).toContain("The links that were sent so far no longer open this order.");
    expect((await visitor().open(link.path)).status).toBe(404);
    expect((await customer.open(path)).status).toBe(404);
    // The form that placed it, out of the browser's history.
    expect((await customer.send(form)).status).toBe(404);
    expect((await customer.open(path)).status).toBe(404);
    expect((await owner.open(path)).status).toBe(200);
    // The page that was open hears no more, long before its stream would end by itself.
    expect(await stream).not.toContain("event: settled");
  });

  it("ends with the account of the order's customer", async () => {
    const { customer, path, link, person, form } = await placed();
    const owner = await signedIn(person.email, "/account/close");
    await owner.send(fillIn(await owner.open("/account/close"), "main form input"));
    expect((await visitor().open(link.path)).status).toBe(404);
    expect((await customer.open(path)).status).toBe(404);
    // Nor does the form that placed it bring them back.
    expect((await customer.send(form)).status).toBe(404);
    expect(await mohallaMartStores(pool).users.findByEmail(person.email)).toBeUndefined();
  });

  it("is in no table, no file of the engine's and no line that the apps write", async () => {
    const { link, customer, path } = await placed();
    await visitor().open(link.path);
    await customer.send(fillIn(await customer.open(`${path}/cancel`), 'input[name="orderId"]'));
    await untilHandled(customer, path);
    const { rows: tables } = await pool.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    for (const { name } of tables) {
      const { rows } = await pool.query<{ row: string }>(`select kept::text as row from ${name} kept`);
      expect(rows.filter(({ row }) => row.includes(link.token)).length, name).toBe(0);
    }
    const lines = written.filter((line) => line.includes(link.token));
    expect([written.length > 0, lines]).toEqual([true, []]);
    const files = filesIn(join(stateDir, "engine"));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(readFileSync(file).includes(link.token), file).toBe(false);
  });
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
