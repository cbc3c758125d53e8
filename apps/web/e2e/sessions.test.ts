import { type Stack, startStack } from "@org/local-stack";
import { mohallaMartStores } from "@org/stores/mohallamart/postgres";
import { createPool, type Pool } from "@org/stores/postgres";
import { tenOceanStores } from "@org/stores/ten-ocean/postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newPerson } from "./customer.ts";
import { signIn } from "./sign-in.ts";
import { createVisitor, fillIn, type VisitedPage, type Visitor } from "./visitor.ts";

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

const phone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";
const laptop = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const visitor = (headers: Record<string, string> = {}) => createVisitor(stack.urls.web, headers);
const tokenOf = ({ cookies }: Visitor) => cookies.get("session");

/** The name in the header. */
function signedInAs(page: VisitedPage): string | undefined {
  return page.document.querySelector("header summary")?.textContent.trim();
}

async function newCustomer() {
  const { name, email } = newPerson();
  const userId = `user_sessions${email.replace(/\D/g, "")}`;
  await mohallaMartStores(pool).users.add({ userId, name, email });
  return { userId, name, email };
}

/** Whom somebody is who has this secret and nothing else. */
async function whoHas(token: string | undefined, path = "/cart"): Promise<string | undefined> {
  const thief = visitor();
  if (token !== undefined) thief.cookies.set("session", token);
  return signedInAs(await thief.open(path));
}

describe("the page of one's sessions", () => {
  it("shows where one is signed in, in words, with this browser marked", async () => {
    const { email } = await newCustomer();
    await signIn(
      stack,
      visitor({ "user-agent": phone, "x-forwarded-for": "203.0.113.77" }),
      email,
      "/account",
    );
    const mine = visitor({ "user-agent": laptop, "x-forwarded-for": "2400:cb00:2049:1::a29f:1804" });
    const page = await signIn(stack, mine, email, "/account/security");
    expect(page.path).toBe("/account/security");
    const entries = page.document.querySelectorAll("section li").map(({ textContent }) => textContent);
    expect(entries).toEqual([
      expect.stringMatching(/Firefox on Linux.*This browser.*from the network 2400:cb00:…/s),
      expect.stringMatching(/Safari on iOS.*from the network 203\.0\.…/s),
    ]);
    const { rows } = await pool.query("select * from platform.sessions");
    const kept = JSON.stringify(rows);
    expect(kept).toContain("203.0.…");
    for (const address of ["203.0.113", "2400:cb00:2049", "Mozilla"]) expect(kept).not.toContain(address);
  });

  it("signs one browser out, and no other", async () => {
    const { name, email } = await newCustomer();
    const [mine, other] = [visitor({ "user-agent": laptop }), visitor({ "user-agent": phone })];
    await signIn(stack, other, email, "/account");
    const page = await signIn(stack, mine, email, "/account/security");
    const after = await mine.send(fillIn(page, 'input[name="sessionId"]'));
    expect(after.text).toContain("That browser is signed out.");
    expect(after.document.querySelectorAll("section li")).toHaveLength(1);
    expect(signedInAs(await other.open("/cart"))).toBeUndefined();
    expect(signedInAs(await mine.open("/cart"))).toBe(name);
    expect((await mine.send(fillIn(page, 'input[name="sessionId"]'))).text).toContain("signed out already");
  });

  it("never signs out anybody else", async () => {
    const [mine, other] = [visitor(), visitor()];
    const [me, them] = [await newCustomer(), await newCustomer()];
    await signIn(stack, other, them.email, "/account");
    await signIn(stack, visitor(), me.email, "/account");
    const page = await signIn(stack, mine, me.email, "/account/security");
    const { rows } = await pool.query("select session_id from platform.sessions where user_id = $1", [
      them.userId,
    ]);
    await mine.send(fillIn(page, 'input[name="sessionId"]', { sessionId: rows[0].session_id }));
    expect(signedInAs(await other.open("/cart"))).toBe(them.name);
  });

  it("signs out everywhere, and no browser is a known one any more", async () => {
    const { userId, email } = await newCustomer();
    const [mine, other] = [visitor(), visitor()];
    await signIn(stack, other, email, "/account");
    const page = await signIn(stack, mine, email, "/account/security");
    const button = page.document
      .querySelectorAll("section form")
      .find(({ textContent }) => textContent.includes("Sign out everywhere"));
    expect(button).toBeDefined();
    button?.setAttribute("id", "everywhere");
    expect((await mine.send(fillIn(page, "#everywhere button"))).path).toBe("/");
    for (const browser of [mine, other]) expect(signedInAs(await browser.open("/cart"))).toBeUndefined();
    const { rowCount } = await pool.query("select from platform.known_browsers where user_id = $1", [userId]);
    expect(rowCount).toBe(0);
  });

  it("is for who is signed in at its product", async () => {
    expect((await visitor().open("/account/security")).path).toBe("/sign-in?next=%2Faccount%2Fsecurity");
    const browser = visitor();
    await signIn(stack, browser, (await newCustomer()).email, "/account");
    expect((await browser.open("/ten-ocean/security")).path).toBe(
      "/ten-ocean/sign-in?next=%2Ften-ocean%2Fsecurity",
    );
    const maria = visitor();
    const page = await signIn(stack, maria, "maria.delgado@ten-ocean.example", "/ten-ocean/security");
    expect([page.path, page.text]).toEqual([
      "/ten-ocean/security",
      expect.stringContaining("maria.delgado@ten-ocean.example"),
    ]);
  });

  it("offers no passkey at an address without a name, where browsers have none", async () => {
    const browser = visitor();
    const page = await signIn(stack, browser, (await newCustomer()).email, "/account/security");
    expect(page.text).not.toContain("asskey");
    expect((await browser.open("/sign-in")).text).not.toContain("asskey");
  });
});

describe("a session's secret", () => {
  it("is a new one at each sign-in; the one before, and one that was planted, open nothing", async () => {
    const browser = visitor();
    const { name, email } = await newCustomer();
    const planted = "x".repeat(43);
    browser.cookies.set("session", planted);
    browser.cookies.set("known-browser", planted);
    await signIn(stack, browser, email, "/account");
    const first = tokenOf(browser);
    expect(first).not.toBe(planted);
    expect(browser.cookies.get("known-browser")).not.toBe(planted);
    expect([await whoHas(planted), await whoHas(first)]).toEqual([undefined, name]);
    await signIn(stack, browser, email, "/sign-in");
    expect(tokenOf(browser)).not.toBe(first);
    expect([await whoHas(first), await whoHas(tokenOf(browser))]).toEqual([undefined, name]);
  });

  it("is replaced when a customer is approved as a shopkeeper, who stays signed in", async () => {
    const { shopkeepers } = mohallaMartStores(pool);
    const { userId, name, email } = await newCustomer();
    const browser = visitor();
    await signIn(stack, browser, email, "/account");
    const before = tokenOf(browser);
    const shop = { shopId: `shop_${userId}`, name: "Corner", area: "Indiranagar", description: "All." };
    const shopkeeper = { shopkeeperId: `sk_${userId}`, shopId: shop.shopId, name, email };
    await shopkeepers.apply({ applicantId: userId, shopkeeper, shop }, { emit: [] });
    await browser.open("/account");
    expect(tokenOf(browser)).toBe(before);
    await shopkeepers.grantDashboardAccess(shopkeeper.shopkeeperId);
    const page = await browser.open("/account?from=mail");
    expect([page.path, signedInAs(page)]).toEqual(["/account?from=mail", name]);
    expect(tokenOf(browser)).not.toBe(before);
    expect([await whoHas(before), await whoHas(tokenOf(browser))]).toEqual([undefined, name]);
  });

  it("is replaced within a form that is sent, and the form is taken", async () => {
    const { userId, email } = await newCustomer();
    const browser = visitor();
    const page = await signIn(stack, browser, email, "/account");
    const before = tokenOf(browser);
    await mohallaMartStores(pool).staff.add({ staffId: `admin_${userId}`, name: "Asha at work", email });
    const saved = await browser.send(fillIn(page, 'input[name="phone"]', { name: "Asha R" }));
    expect([saved.path, signedInAs(saved)]).toEqual(["/account?saved=yes", "Asha R"]);
    expect(tokenOf(browser)).not.toBe(before);
    expect(await whoHas(before)).toBeUndefined();
  });

  it("is replaced when the person is something else now, whoever has changed that and how", async () => {
    const { admins } = tenOceanStores(pool);
    const { email } = newPerson();
    await admins.add({ adminId: "admin_77", name: "Sam", email, role: "floor-captain", floor: 4 });
    const browser = visitor();
    await signIn(stack, browser, email, "/ten-ocean/security");
    const before = tokenOf(browser);
    await pool.query("update ten_ocean.admins set role = 'admin', floor = null where admin_id = 'admin_77'");
    const page = await browser.open("/ten-ocean/security");
    expect([page.path, signedInAs(page)]).toEqual(["/ten-ocean/security", "Sam"]);
    expect(tokenOf(browser)).not.toBe(before);
    expect(await whoHas(before, "/ten-ocean")).toBeUndefined();
    const again = tokenOf(browser);
    await browser.open("/ten-ocean/security");
    expect(tokenOf(browser)).toBe(again);
  });

  it("of a resident who is suspended is good no more, also when they are back", async () => {
    const { residents } = tenOceanStores(pool);
    const { email } = newPerson();
    const userId = "user_suspended";
    await residents.register({ userId, email, firstName: "Maya", lastName: "" }, { emit: [] });
    await residents.changeStanding(userId, "resident", { emit: [] });
    const browser = visitor();
    await signIn(stack, browser, email, "/ten-ocean/security");
    const before = tokenOf(browser);
    await residents.changeStanding(userId, "suspended", { emit: [] });
    expect((await browser.open("/ten-ocean/security")).path).toMatch(/^\/ten-ocean\/sign-in/);
    await residents.changeStanding(userId, "resident", { emit: [] });
    const page = await browser.open("/ten-ocean/security");
    expect(page.path).toBe("/ten-ocean/security");
    expect(tokenOf(browser)).not.toBe(before);
    expect(await whoHas(before, "/ten-ocean")).toBeUndefined();
  });

  it("is not made anew by an address that others may lead to, which leads to no other site", async () => {
    const browser = visitor();
    await signIn(stack, browser, (await newCustomer()).email, "/account");
    const before = tokenOf(browser);
    for (const next of ["//evil.example", "/\\evil.example", "https://evil.example/"])
      expect((await browser.open(`/sign-in/renew?${new URLSearchParams({ next })}`)).path).toBe("/");
    expect(tokenOf(browser)).toBe(before);
    expect((await visitor().open("/sign-in/renew?next=%2Fcart")).path).toBe("/cart");
  });
});
