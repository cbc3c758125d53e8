import { productCreated } from "@org/events/mohallamart/product-created";
import { userCreated } from "@org/events/mohallamart/user-created";
import { type Stack, startStack } from "@org/local-stack";
import { demoStaff } from "@org/stores/demo-data/mohallamart";
import { mohallaMartStores } from "@org/stores/mohallamart/postgres";
import { createPool, type Pool } from "@org/stores/postgres";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { confirmApplication } from "./applications.ts";
import { addToCart, checkOut, followed, newPerson, stepsOf, untilHandled } from "./customer.ts";
import { emailsTo, signIn } from "./sign-in.ts";
import { createVisitor, fillIn } from "./visitor.ts";

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
const stores = () => mohallaMartStores(pool);

/** What the CRM was told of, by the type of the message. */
function toldCrm(type: string): { data: Record<string, unknown> }[] {
  return stack.emulators
    .outbox()
    .filter(({ vendor, to, subject }) => vendor === "partners" && to === "crm" && subject === type)
    .map(({ text = "" }) => JSON.parse(text));
}

const eventually = (condition: () => boolean | Promise<boolean>) =>
  vi.waitUntil(condition, { timeout: 20_000, interval: 50 });

function staffEmail(): string {
  const [member] = demoStaff;
  if (!member) throw new Error("The demo data has no staff.");
  return member.email;
}

describe("a shop", () => {
  it("applies, is verified by staff, opens, and its keeper signs in", async () => {
    const [applicant, staff] = [visitor(), visitor()];
    const { name, email, phone } = newPerson();
    const shopName = `Tiffin Room ${phone.slice(-4)}`;
    const form = fillIn(await applicant.open("/sell"), 'input[name="shopkeeperId"]', {
      shopName,
      area: "Indiranagar, Bengaluru",
      description: "Idli and dosa.",
      name,
      email,
      phone,
    });
    const asked = await applicant.send(form);
    expect((await applicant.send(form)).path).toBe(asked.path);
    expect(asked.text).toContain("Follow the link in it within a day");
    expect(emailsTo(stack, staffEmail()).filter(({ subject }) => subject?.includes(shopName))).toEqual([]);
    const { applied, confirming } = await confirmApplication(stack, applicant, email);
    expect((await visitor().open(confirming.path)).text).toContain("This link is no longer good");
    const waiting = await untilHandled(applicant, applied.path);
    expect(stepsOf(waiting)).toEqual(["applied done", "staff done", "decision pending"]);
    expect((await visitor().open("/")).text).not.toContain(shopName);

    const requests = emailsTo(stack, staffEmail()).filter(({ subject }) => subject?.includes(shopName));
    expect(requests).toHaveLength(1);
    const link = new URL(requests[0]?.text?.match(/https?:\S+/)?.[0] ?? "no link in the email");
    const list = await signIn(stack, staff, staffEmail(), link.pathname);
    expect([list.path, list.text]).toEqual([link.pathname, expect.stringContaining(shopName)]);
    const shopkeeperId = applied.path.split("/").at(-1) ?? "";
    const news = followed(applicant, applied.path);
    const decided = await staff.send(fillIn(list, `input[value="${shopkeeperId}"]`));
    expect(decided.path).toBe("/admin/applications?outcome=approved");
    expect(decided.text).not.toContain(shopName);

    // The page that was open before the decision tells of it, and of the shop being opened.
    expect(await news).toContain("event: settled");
    const open = await untilHandled(applicant, applied.path);
    expect(stepsOf(open)).toEqual([
      "applied done",
      "staff done",
      "decision done",
      "open done",
      "access done",
    ]);
    expect((await visitor().open("/")).text).toContain(shopName);
    await eventually(() => emailsTo(stack, email).some(({ subject }) => subject === `${shopName} is open`));
    await eventually(() => toldCrm("shopkeeper.approved").length === 1);

    const { shopId = "" } = (await stores().shopkeepers.get(shopkeeperId)) ?? {};
    const idli = { productId: `prod_${shopId.slice(5)}`, shopId, name: "Idli", description: "Soft." };
    await stores().products.add(
      { ...idli, category: "Breakfast", unit: "2 pieces", price: 40, stock: 9 },
      { emit: [productCreated.create(idli)] },
    );
    expect((await visitor().open("/")).text).toContain("Idli");
    // One address, two accounts: the customer's that the application opened, and the shop's.
    const offered = await signIn(stack, applicant, email, "/sign-in");
    expect([offered.path, offered.text]).toEqual(["/sign-in/account", expect.stringContaining("Shopkeeper")]);
  });

  it("is approved by staff only", async () => {
    const stranger = visitor();
    expect((await stranger.open("/admin/applications")).path).toBe("/sign-in?next=%2Fadmin%2Fapplications");
    const { userId, email } = await newCustomer();
    const page = await signIn(stack, stranger, email, "/admin/applications");
    expect(page.path).toBe("/sign-in?next=%2Fadmin%2Fapplications");
    expect(await stores().users.get(userId)).toBeDefined();
  });
});

async function newCustomer() {
  const { name, email, phone } = newPerson();
  const userId = `user_${email.replace(/\W/g, "")}`;
  const user = { userId, name, email };
  await stores().users.add(user, { emit: [userCreated.create(user)] });
  return { ...user, phone };
}

describe("a customer's account", () => {
  it("is welcomed, changed, and closed with everything that is known of them", async () => {
    const [browser, elsewhere] = [visitor(), visitor()];
    const person = await newCustomer();
    const { userId, email } = person;
    await eventually(() => emailsTo(stack, email).some(({ subject }) => subject?.startsWith("Welcome")));
    const [product] = await stores().products.list({ shopId: "shop_789" });
    await addToCart(browser, product?.productId ?? "");
    const ordered = await browser.send(await checkOut(browser, "shop_789", person));
    await untilHandled(browser, ordered.path);

    await signIn(stack, elsewhere, email, "/account");
    const account = await signIn(stack, browser, email, "/account");
    const saved = await browser.send(
      fillIn(account, 'input[name="channels"]', {
        name: "Asha Renamed",
        phone: "",
        language: "kn-IN",
        area: "Indiranagar, Bengaluru",
        channels: ["email"],
      }),
    );
    expect([saved.path, saved.text]).toEqual([
      "/account?saved=yes",
      // In the language that they have just chosen.
      expect.stringContaining("ನಮಸ್ಕಾರ, Asha Renamed"),
    ]);
    await eventually(() =>
      toldCrm("user.synced").some(({ data }) => data.userId === userId && data.name === "Asha Renamed"),
    );

    const closing = await browser.open("/account/close");
    const closed = await browser.send(fillIn(closing, "main form button"));
    expect(closed.path).toBe("/account/closed");
    for (const each of [browser, elsewhere]) {
      expect((await each.open("/account")).path).toBe("/sign-in?next=%2Faccount");
    }
    await eventually(() => toldCrm("user.deleted").some(({ data }) => data.userId === userId));
    const orderId = ordered.path.split("/").at(-1) ?? "";
    expect(await stores().orders.get(orderId)).toMatchObject({ customer: { name: "", email: "" } });
    const { rowCount } = await pool.query("select from platform.sessions where user_id = $1", [userId]);
    expect(rowCount).toBe(0);
    expect((await visitor().open(ordered.path)).text).not.toContain(email);
  });
});
