import { type Stack, startStack } from "@org/local-stack";
import { mohallaMartStores } from "@org/stores/mohallamart/postgres";
import { createPool, type Pool } from "@org/stores/postgres";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { newPerson } from "./customer.ts";
import { askForCode, codesTo, emailsTo, enterCode, sendAddress } from "./sign-in.ts";
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

const visitor = () => createVisitor(stack.urls.web);

async function newCustomer() {
  const { name, email } = newPerson();
  const userId = `user_${email.replace(/\W/g, "")}`;
  await mohallaMartStores(pool).users.add({ userId, name, email });
  return { userId, name, email };
}

const wrong = (code: string) => code.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));

/** The name in the header. */
function signedInAs(page: VisitedPage): string | undefined {
  return page.document.querySelector("header summary")?.textContent.trim();
}

async function sessionsOf(userId: string): Promise<number> {
  const { rowCount } = await pool.query("select from platform.sessions where user_id = $1", [userId]);
  return rowCount ?? 0;
}

describe("a customer", () => {
  it("gets a code by email, enters it and is signed in until they sign out", async () => {
    const browser = visitor();
    const { userId, name, email } = await newCustomer();
    const { page, code, message } = await askForCode(stack, browser, email, "/sign-in?next=%2Faccount");
    expect(page.path).toBe("/sign-in/code?next=%2Faccount");
    expect(message).toMatchObject({ from: expect.stringMatching(/^MohallaMart/) });
    expect(message?.text).toContain(code);
    expect(message?.html).toContain(code);

    const account = await enterCode(browser, page, ` ${code.slice(0, 3)} ${code.slice(3)} `);
    expect([account.path, account.text]).toEqual(["/account", expect.stringContaining(`Hello, ${name}`)]);
    expect(signedInAs(account)).toBe(name);
    expect(signedInAs(await browser.open("/ten-ocean"))).toBeUndefined();
    expect(await sessionsOf(userId)).toBe(1);

    const left = await browser.send(fillIn(account, "header form button"));
    expect([left.path, signedInAs(left)]).toEqual(["/", undefined]);
    expect(await sessionsOf(userId)).toBe(0);
  });

  it("is led to the sign-in page by a page that needs it, and back", async () => {
    const browser = visitor();
    const { email } = await newCustomer();
    expect((await browser.open("/account?from=mail")).path).toBe("/sign-in?next=%2Faccount%3Ffrom%3Dmail");
    const { page, code } = await askForCode(stack, browser, email, "/account?from=mail");
    expect((await enterCode(browser, page, code)).path).toBe("/account?from=mail");
  });

  it("is nobody any more once their account is gone", async () => {
    const browser = visitor();
    const { userId, email } = await newCustomer();
    const { page, code } = await askForCode(stack, browser, email);
    await enterCode(browser, page, code);
    await mohallaMartStores(pool).users.remove(userId);
    expect((await browser.open("/account")).path).toBe("/sign-in?next=%2Faccount");
  });

  it("has a cookie that scripts and other sites do not get, whatever a request says about https", async () => {
    const { email } = await newCustomer();
    const browser = createVisitor(stack.urls.web, { "x-forwarded-proto": "https" });
    const { page, code } = await askForCode(stack, browser, email);
    const form = fillIn(page, 'input[name="code"]', { code });
    const response = await browser.request(form.path, { method: "POST", body: form.body });
    const cookie = response.headers.getSetCookie().find((header) => header.startsWith("session="));
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=lax/i);
    expect(cookie).not.toContain("; Secure");
  });
});

describe("a code", () => {
  const refusal = "This code is not right, or no longer good.";

  it("is sent to nobody for an unknown address, and the pages say the same", async () => {
    const [browser, other] = [visitor(), visitor()];
    const [known, unknown] = [await newCustomer(), newPerson()];
    const { page, code } = await askForCode(stack, browser, known.email);
    const elsewhere = await sendAddress(other, unknown.email, "/sign-in");
    const textOf = ({ text }: VisitedPage, email: string) => text.replaceAll(email, "…");
    expect([elsewhere.path, textOf(elsewhere, unknown.email)]).toEqual([
      page.path,
      textOf(page, known.email),
    ]);
    const refused = await enterCode(browser, page, wrong(code));
    const refusedElsewhere = await enterCode(other, elsewhere, code);
    expect(refused.text).toContain(refusal);
    expect(textOf(refusedElsewhere, unknown.email)).toBe(textOf(refused, known.email));
    expect(emailsTo(stack, unknown.email)).toEqual([]);
  });

  it("is no good after five wrong ones; a new one is", async () => {
    const browser = visitor();
    const { name, email } = await newCustomer();
    const { page, code } = await askForCode(stack, browser, email);
    for (let n = 0; n < 5; n++) {
      expect((await enterCode(browser, page, wrong(code))).text).toContain(refusal);
    }
    expect((await enterCode(browser, page, code)).text).toContain(refusal);
    const again = await askForCode(stack, browser, email);
    expect(signedInAs(await enterCode(browser, again.page, again.code))).toBe(name);
  });

  it("is no good after ten minutes", async () => {
    const browser = visitor();
    const { email } = await newCustomer();
    const { page, code } = await askForCode(stack, browser, email);
    const { rows } = await pool.query<{ minutes: number }>(
      "select extract(epoch from max(expires_at) - now()) / 60 as minutes from platform.sign_in_codes",
    );
    expect(Number(rows[0]?.minutes)).toBeCloseTo(10, 0);
    await pool.query("update platform.sign_in_codes set expires_at = now() - interval '1 second'");
    const late = await enterCode(browser, page, code);
    expect([late.path, late.text]).toEqual(["/sign-in/code", expect.stringContaining(refusal)]);
  });

  it("is good in the browser that asked for it only", async () => {
    const [browser, thief] = [visitor(), visitor()];
    const { name, email } = await newCustomer();
    const { page, code } = await askForCode(stack, browser, email);
    const { page: stolen } = await askForCode(stack, thief, email);
    expect((await enterCode(thief, stolen, code)).text).toContain(refusal);
    expect(signedInAs(await enterCode(browser, page, code))).toBe(name);
  });

  it("cannot be had more than five times in a quarter of an hour from one network", async () => {
    const { email } = await newCustomer();
    const here = visitor();
    const neighbor = () => createVisitor(stack.urls.web, { "x-forwarded-for": here.network });
    for (let n = 0; n < 5; n++) await askForCode(stack, neighbor(), email);
    const page = await sendAddress(neighbor(), email.toUpperCase(), "/sign-in");
    expect(page.path).toBe("/sign-in");
    expect(page.text).toContain("Too many codes were asked for. Wait 15 minutes");
    const other = await newCustomer();
    expect((await askForCode(stack, neighbor(), other.email)).code).toMatch(/^\d{6}$/);
  });

  it("can be had while the cache is down", async () => {
    const browser = visitor();
    const { name, email } = await newCustomer();
    stack.emulators.failNext("upstash", { drop: true, times: 2 });
    const { page, code } = await askForCode(stack, browser, email);
    expect(signedInAs(await enterCode(browser, page, code))).toBe(name);
  });
});

describe("the owner of an address", () => {
  const from = (network: string) => createVisitor(stack.urls.web, { "x-forwarded-for": network });

  async function signIn(browser: Visitor, email: string): Promise<VisitedPage> {
    const { page, code } = await askForCode(stack, browser, email);
    return enterCode(browser, page, code);
  }

  it("is not locked out by codes that others ask for", async () => {
    const { name, email } = await newCustomer();
    for (let n = 0; n < 3; n++) {
      const stranger = visitor();
      for (let m = 0; m < 5; m++) await sendAddress(stranger, email, "/sign-in");
      expect((await sendAddress(stranger, email, "/sign-in")).text).toContain("Too many codes");
    }
    await vi.waitUntil(() => codesTo(stack, email).length === 15, { timeout: 20_000 });
    expect(signedInAs(await signIn(visitor(), email))).toBe(name);
  });

  it("is not locked out in a browser that they have signed in with, by nobody who shares their network", async () => {
    const { name, email } = await newCustomer();
    const mine = visitor();
    const page = await signIn(mine, email);
    await mine.send(fillIn(page, "header form button"));
    const addresses = Array.from({ length: 4 }, () => newPerson().email);
    for (const address of [email, ...addresses]) {
      for (let n = 0; n < 5; n++) await sendAddress(from(mine.network), address, "/sign-in");
    }
    const stranger = await sendAddress(from(mine.network), newPerson().email, "/sign-in");
    expect(stranger.text).toContain("Too many codes");
    await vi.waitUntil(() => codesTo(stack, email).length === 5, { timeout: 20_000 });
    expect(signedInAs(await signIn(mine, email))).toBe(name);
  });

  it("has a known browser's limit for their own address only", async () => {
    const mine = visitor();
    const page = await signIn(mine, (await newCustomer()).email);
    await mine.send(fillIn(page, "header form button"));
    const other = await newCustomer();
    for (let n = 0; n < 5; n++) await sendAddress(mine, other.email, "/sign-in");
    expect((await sendAddress(mine, other.email, "/sign-in")).text).toContain("Too many codes");
  });

  it("gets a longer code after wrong ones, is told of them, and has to wait for nothing", async () => {
    const { name, email } = await newCustomer();
    const mine = visitor();
    const page = await signIn(mine, email);
    await mine.send(fillIn(page, "header form button"));
    const early = await askForCode(stack, visitor(), email);
    for (let n = 0; n < 2; n++) {
      const stranger = visitor();
      const { page: form, code } = await askForCode(stack, stranger, email);
      // The waits pass.
      for (let m = 0; m < 5; m++) {
        await enterCode(stranger, form, wrong(code));
        await pool.query("update platform.wrong_codes set held_until = now()");
      }
    }
    const warnings = () => emailsTo(stack, email).filter(({ subject = "" }) => subject.includes("wrong"));
    await vi.waitUntil(() => warnings().length > 0, { timeout: 20_000 });
    expect(warnings()).toMatchObject([{ subject: "10 wrong sign-in codes for your MohallaMart account" }]);
    expect(warnings()[0]?.text).toContain(`${stack.urls.web}/account/security`);

    const stranger = visitor();
    const { page: form, code } = await askForCode(stack, stranger, email);
    await enterCode(stranger, form, wrong(code));
    const unlucky = visitor();
    const held = await askForCode(stack, unlucky, email);
    expect(held.code).toMatch(/^\d{12}$/);
    expect(early.code).toMatch(/^\d{6}$/);
    expect(signedInAs(await enterCode(unlucky, held.page, held.code))).toBe(name);
    const known = await askForCode(stack, mine, email);
    expect(known.code).toMatch(/^\d{6}$/);
    expect(signedInAs(await enterCode(mine, known.page, known.code))).toBe(name);
    expect(warnings()).toHaveLength(1);
  });

  it("hears what to do when a code of six digits has to wait", async () => {
    const { email } = await newCustomer();
    const mine = visitor();
    const { page, code } = await askForCode(stack, mine, email);
    const stranger = visitor();
    const guessed = await askForCode(stack, stranger, email);
    for (let n = 0; n < 5; n++) await enterCode(stranger, guessed.page, wrong(guessed.code));
    const refused = await enterCode(mine, page, code);
    expect(refused.text).toContain("Ask for a new code: it is longer, and good at once.");
  });
});

describe("going on", () => {
  it.each(["//evil.example", "/\\evil.example", "/.//evil.example", "https://evil.example/"])(
    "never leads to another site: %s",
    async (next) => {
      const browser = visitor();
      const { email } = await newCustomer();
      const path = `/sign-in?${new URLSearchParams({ next })}`;
      const { page, code } = await askForCode(stack, browser, email, path);
      expect(page.path).toBe("/sign-in/code");
      expect((await enterCode(browser, page, code, { next })).path).toBe("/account");
    },
  );
});

describe("someone who is several people", () => {
  it("chooses which, and cannot choose anyone else", async () => {
    const browser = visitor();
    const { userId, name, email } = await newCustomer();
    await mohallaMartStores(pool).staff.add({ staffId: "admin_900", name: "Asha at work", email });
    const { page, code } = await askForCode(stack, browser, email);
    const choice = await enterCode(browser, page, code);
    expect(choice.path).toBe("/sign-in/account");
    expect(choice.text).toContain(`${name}, Customer`);
    expect(choice.text).toContain("Asha at work, MohallaMart admin");
    expect(signedInAs(choice)).toBeUndefined();

    const choose = (person: string) => browser.send(fillIn(choice, 'button[name="person"]', { person }));
    expect((await choose("admin_001")).path).toBe("/sign-in");
    expect(signedInAs(await choose("admin_900"))).toBe("Asha at work");
    expect([await sessionsOf(userId), await sessionsOf("admin_900")]).toEqual([0, 1]);
    expect((await choose(userId)).path).toBe("/sign-in");
    expect((await browser.open("/account")).text).toContain("MohallaMart admin");
  });

  it("is one person for each product, with emails in the product's name", async () => {
    const browser = visitor();
    const email = "maria.delgado@ten-ocean.example";
    const page = await sendAddress(browser, email, "/sign-in");
    expect(page.path).toBe("/sign-in/code");
    const portal = await askForCode(stack, browser, email, "/ten-ocean/sign-in");
    expect(emailsTo(stack, email)).toHaveLength(1);
    expect(portal.message).toMatchObject({ from: expect.stringMatching(/^10 Ocean/) });
    const home = await enterCode(browser, portal.page, portal.code);
    expect([home.path, signedInAs(home)]).toEqual(["/ten-ocean/admin/registrations", "Maria Delgado"]);
    expect((await browser.open("/account")).text).toContain("Maria Delgado (Association admin)");
  });
});

it("a production build signs nobody in without a code", async () => {
  const browser = visitor();
  expect((await browser.open("/sign-in")).text).not.toContain("Demo people");
  const body = new URLSearchParams({ person: "admin_001", product: "mohallamart" });
  const response = await browser.request("/sign-in/demo", { method: "POST", body });
  expect(response.status).toBe(404);
  expect(response.headers.getSetCookie()).toEqual([]);
  expect(await sessionsOf("admin_001")).toBe(0);
});
