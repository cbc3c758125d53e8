import { type Stack, startStack } from "@org/local-stack";
import { demoAdmins, demoResidents } from "@org/stores/demo-data/ten-ocean";
import { createPool, type Pool } from "@org/stores/postgres";
import { tenOceanStores } from "@org/stores/ten-ocean/postgres";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import {
  decisionOn,
  linkIn,
  newApplicant,
  type Office,
  openOffice,
  register,
  verifiedResident,
} from "./residents.ts";
import { askForCode, codesTo, enterCode, sendAddress, signIn } from "./sign-in.ts";
import { createVisitor, fillIn, type Visitor } from "./visitor.ts";

let stack: Stack;
let pool: Pool;
let officeAt: Office;

beforeAll(async () => {
  stack = await startStack({ environment: process.env });
  pool = createPool({ databaseUrl: stack.urls.postgres });
  officeAt = openOffice(stack, admin);
});

afterAll(async () => {
  await pool?.end();
  await stack?.stop();
});

const visitor = () => createVisitor(stack.urls.web);
const stores = () => tenOceanStores(pool);
const [admin, captainOfFour, captainOfTwo] = demoAdmins.map(({ email }) => email);

const eventually = (condition: () => boolean | Promise<boolean>) =>
  vi.waitUntil(condition, { timeout: 20_000, interval: 50 });

const newResident = () => verifiedResident(stack, officeAt);

describe("a profile", () => {
  const save = async (browser: Visitor, field: string, entries: Record<string, string>) =>
    browser.send(fillIn(await browser.open("/ten-ocean/profile"), `[name="${field}"]`, entries));

  it("is changed by its resident, and refuses what makes no sense", async () => {
    const { browser, userId } = await newResident();
    const saved = await save(browser, "phone", { firstName: "Noora", phone: "(212) 555-0110" });
    expect([saved.path, saved.text]).toEqual([
      "/ten-ocean/profile?outcome=saved",
      expect.stringContaining("Saved."),
    ]);
    expect(await stores().residents.get(userId)).toMatchObject({ firstName: "Noora", phone: "+12125550110" });
    expect((await save(browser, "phone", { firstName: "\uDE00" })).text).toContain("Use only letters");
    expect((await save(browser, "phone", { phone: "none" })).text).toContain("Enter a phone number");
    expect(await stores().residents.get(userId)).toMatchObject({ firstName: "Noora", phone: "+12125550110" });
    expect((await visitor().open("/ten-ocean/profile")).path).toBe(
      "/ten-ocean/sign-in?next=%2Ften-ocean%2Fprofile",
    );
  });

  it("keeps its unit until the captain of the new floor has confirmed the other", async () => {
    const { browser, userId, email } = await newResident();
    expect((await save(browser, "unitId", { unitId: "unit_99Z" })).text).toContain("There is no unit");
    const asked = await save(browser, "unitId", { unitId: "unit_2D" });
    expect(asked.text).toContain("You asked for unit 2D");
    expect(await stores().residents.get(userId)).toMatchObject({ unitId: "unit_4B", standing: "resident" });
    const request = await linkIn(stack, captainOfTwo ?? "", "has moved");
    const { browser: captain, page } = await officeAt(request.path, captainOfTwo);
    const decide = (entries: Record<string, string>) => captain.send(decisionOn(page, userId, entries));
    await decide({ status: "rejected", reason: "Tomasz lives there." });
    expect((await linkIn(stack, email, "Unit 2D was not confirmed")).message.text).toContain(
      "Tomasz lives there.",
    );
    expect((await browser.open("/ten-ocean/profile")).text).toContain("The reason: Tomasz lives there.");

    await save(browser, "unitId", { unitId: "unit_2D" });
    await eventually(async () => (await captain.open(request.path)).text.includes("Verify"));
    await captain.send(decisionOn(await captain.open(request.path), userId, { status: "verified" }));
    await linkIn(stack, email, "You live in unit 2D now");
    expect(await stores().residents.get(userId)).toMatchObject({ unitId: "unit_2D", standing: "resident" });
  });

  it("has a new address once both mailboxes have confirmed it", async () => {
    const { browser, userId, email } = await newResident();
    const newEmail = newApplicant().email;
    expect((await save(browser, "email", { email: newEmail })).text).toContain(`You asked for ${newEmail}`);
    const stranger = visitor();
    const links = [];
    for (const address of [email, newEmail])
      links.push((await linkIn(stack, address, "Your new email address")).path);
    const [first = "", second = ""] = links;
    const confirm = async (path: string) =>
      stranger.send(fillIn(await stranger.open(path), 'input[name="token"]'));
    // Looking, as a mail program does, changes nothing.
    await stranger.open(first);
    expect((await confirm(first)).text).toContain("once the link that went to the other one");
    expect(await stores().residents.get(userId)).toMatchObject({ email });
    expect((await confirm(second)).text).toContain("counts from now on");
    expect(await stores().residents.get(userId)).toMatchObject({ email: newEmail });
    expect((await stranger.open(first)).text).toContain("counts from now on");
    await signIn(stack, visitor(), newEmail, "/ten-ocean/profile");
    expect((await stranger.open(`/ten-ocean/profile/email/${"x".repeat(43)}`)).text).toContain(
      "no longer good",
    );
  });

  it("says of an address that another member has what it says of any", async () => {
    const { browser } = await newResident();
    const known = demoResidents[0]?.email ?? "";
    expect((await save(browser, "email", { email: known })).text).toContain(`You asked for ${known}`);
  });

  it("keeps its address when somebody took the other meanwhile, and when a newer request replaced the link", async () => {
    const { browser, userId, email } = await newResident();
    const [taken, newer] = [newApplicant().email, newApplicant().email];
    await save(browser, "email", { email: taken });
    const { path: oldLink } = await linkIn(stack, email, "Your new email address");
    const { path: newLink } = await linkIn(stack, taken, "Your new email address");
    const other = { userId: `user_${Date.now()}`, firstName: "Other", lastName: "", email: taken };
    await stores().residents.register(other, { emit: [] });
    const confirm = async (path: string) =>
      browser.send(fillIn(await browser.open(path), 'input[name="token"]'));
    await confirm(newLink);
    expect((await confirm(oldLink)).text).toContain("Another member has taken this address");
    expect(await stores().residents.get(userId)).toMatchObject({ email });

    await save(browser, "email", { email: newer });
    const { path: replaced } = await linkIn(stack, newer, "Your new email address");
    await save(browser, "email", { email: newApplicant().email });
    expect((await browser.open(replaced)).text).toContain("no longer good");
  });
});

describe("an admin", () => {
  const residents = "/ten-ocean/admin/residents";

  it("finds residents by name, status and unit, a page at a time; a captain those of their floor", async () => {
    const { browser, page } = await officeAt(residents);
    expect(page.text).toContain("Maya Fernandes");
    expect((await browser.open(`${residents}?q=zieli`)).text).toContain("1 person");
    expect((await browser.open(`${residents}?unit=unit_2A`)).text).toContain("O’Brien-Núñez");
    expect((await browser.open(`${residents}?q=%25&standing=nonsense`)).text).toContain("Nobody was found");
    for (let n = 0; n < 26; n += 1) {
      const userId = `user_many${n}`;
      const many = { userId, firstName: "Many", lastName: `${n}`, email: `${userId}@example.com` };
      await stores().residents.register(many, { emit: [] });
    }
    const first = await browser.open(`${residents}?q=Many`);
    expect(first.text).toContain("Page 1 of 2");
    expect((await browser.open(`${residents}?q=Many&page=2`)).text).toContain("Page 2 of 2");
    const { page: captains } = await officeAt(residents, captainOfTwo);
    expect([captains.text, captains.text]).toEqual([
      expect.stringContaining("Tomasz"),
      expect.not.stringContaining("Maya"),
    ]);
  });

  it("has somebody move out, who is signed out at once and told; and gives access again", async () => {
    const { browser: resident, userId, email } = await newResident();
    const { browser, page } = await officeAt(`${residents}/${userId}`);
    const change = async (standing: string) =>
      browser.send(fillIn(page, 'button[name="standing"]', { standing }));
    const late = visitor();
    const { page: form, code } = await askForCode(stack, late, email, "/ten-ocean/sign-in");
    expect((await change("alumni")).text).toContain("They moved out.");
    expect((await resident.open("/ten-ocean/profile")).path).toMatch(/^\/ten-ocean\/sign-in/);
    await linkIn(stack, email, "no longer a resident");
    const { rowCount } = await pool.query("select from platform.sessions where user_id = $1", [
      `ten-ocean:${userId}`,
    ]);
    expect(rowCount).toBe(0);
    // A code that was in their mailbox by then is good no more, and no other one comes.
    expect((await enterCode(late, form, code)).text).toContain("This code is not right, or no longer good.");
    await sendAddress(late, email, "/ten-ocean/sign-in");
    expect((await change("alumni")).text).toContain("that is their status already");

    expect((await change("resident")).text).toContain("a resident again");
    await linkIn(stack, email, "Welcome back");
    const codes = codesTo(stack, email).map(({ subject = "" }) => subject.slice(0, 6));
    expect(codes.slice(codes.indexOf(code))).toEqual([code]);
    const profile = await signIn(stack, resident, email, "/ten-ocean/profile");
    expect(profile.path).toBe("/ten-ocean/profile");
  });

  it("changes nobody who was not verified; a captain changes nobody", async () => {
    const { userId } = await register(stack, visitor());
    const { browser, page } = await officeAt(`${residents}/${userId}`);
    expect(page.text).toContain("Nobody has verified them.");
    const { page: maya } = await officeAt(`${residents}/user_maya`);
    const forged = fillIn(maya, 'button[name="standing"]', { userId, standing: "resident" });
    expect((await browser.send(forged)).text).toContain("nobody has verified them");
    expect(await stores().residents.get(userId)).toMatchObject({ standing: "pending" });
    const { browser: captain, page: seen } = await officeAt(`${residents}/user_maya`, captainOfFour);
    expect(seen.document.querySelector('button[name="standing"]')).toBeNull();
    const suspends = fillIn(maya, 'button[name="standing"]', { standing: "suspended" });
    expect((await captain.send(suspends)).path).toMatch(/^\/ten-ocean\/sign-in/);
    expect(await stores().residents.get("user_maya")).toMatchObject({ standing: "resident" });
    expect((await captain.open(`${residents}/user_tomasz`)).text).toContain("no such resident for you");
  });
});
