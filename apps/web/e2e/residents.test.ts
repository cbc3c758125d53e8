import { type Stack, startStack } from "@org/local-stack";
import { demoAdmins, demoResidents } from "@org/stores/demo-data/ten-ocean";
import { createPool, type Pool } from "@org/stores/postgres";
import { tenOceanStores } from "@org/stores/ten-ocean/postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stepsOf } from "./customer.ts";
import {
  decisionOn,
  linkIn,
  newApplicant,
  type Office,
  openOffice,
  register,
  sendRegistration,
} from "./residents.ts";
import { codesTo, emailsTo, sendAddress, signIn } from "./sign-in.ts";
import { createVisitor, fillIn } from "./visitor.ts";

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
const list = "/ten-ocean/admin/registrations";

describe("a registration", () => {
  it("is verified by the captain of the floor, welcomed, and signs in", async () => {
    const browser = visitor();
    const applicant = await register(stack, browser);
    expect(stepsOf(applicant.page)).toEqual([
      "registered done",
      "queued done",
      "reviewers done",
      "decision pending",
    ]);
    // Until somebody decides there is no code.
    await sendAddress(visitor(), applicant.email, "/ten-ocean/sign-in");
    expect(codesTo(stack, applicant.email)).toEqual([]);

    const asked = await linkIn(stack, captainOfFour ?? "", "A new registration");
    expect(asked.path).toBe(`${list}/${applicant.userId}`);
    expect(asked.message.text).toContain("Maya Fernandes");
    const { browser: captain, page } = await officeAt(asked.path, captainOfFour);
    expect([page.path, page.text]).toEqual([asked.path, expect.stringContaining("Noor")]);
    const decided = await captain.send(decisionOn(page, applicant.userId, { status: "verified" }));
    expect([decided.path, decided.text]).toEqual([
      `${list}?outcome=verified`,
      expect.stringContaining("Verified."),
    ]);

    const welcome = await linkIn(stack, applicant.email, "Welcome to");
    expect(welcome.path).toBe("/ten-ocean/sign-in");
    expect(await stores().residents.get(applicant.userId)).toMatchObject({ standing: "resident" });
    const status = await browser.open(applicant.path);
    expect([stepsOf(status).at(-1), status.text]).toEqual([
      "decision done",
      expect.stringContaining("we send you a code"),
    ]);
    const profile = await signIn(stack, browser, applicant.email, "/ten-ocean/profile");
    expect([profile.path, profile.text]).toEqual([
      "/ten-ocean/profile",
      expect.stringContaining(applicant.email),
    ]);

    expect((await captain.send(decisionOn(page, applicant.userId, { status: "verified" }))).text).toContain(
      "somebody decided before you",
    );
    const afterwards = (await captain.open(asked.path)).text;
    expect(afterwards).toContain("Verified on");
    expect(afterwards).not.toContain("Nobody is registered");
    expect(
      emailsTo(stack, applicant.email).filter(({ subject }) => subject?.startsWith("Welcome")),
    ).toHaveLength(1);
  });

  it("is turned down with a reason that the applicant reads, asks again, and is verified then", async () => {
    const browser = visitor();
    const applicant = await register(stack, browser);
    const { browser: office, page } = await officeAt(list);
    const decide = (entries: Record<string, string>) =>
      office.send(decisionOn(page, applicant.userId, entries));
    expect((await decide({ status: "rejected", reason: "" })).text).toContain("Say why");
    expect((await decide({ status: "rejected", reason: "x".repeat(501) })).text).toContain("Say why");
    const reason = "No lease <b>was found</b> for unit 4B.";
    expect((await decide({ status: "rejected", reason })).text).toContain("Turned down.");
    const told = await linkIn(stack, applicant.email, "was not accepted");
    const opened = await visitor().open(told.path);
    expect([opened.path, told.message.text]).toEqual([applicant.path, expect.stringContaining(reason)]);
    expect(told.message.html).not.toContain("<b>was found");

    const rejected = await browser.open(applicant.path);
    expect([stepsOf(rejected).at(-1), rejected.text]).toEqual([
      "decision failed",
      expect.stringContaining(reason),
    ]);
    expect((await decide({ status: "verified" })).text).toContain("somebody decided before you");
    await sendAddress(visitor(), applicant.email, "/ten-ocean/sign-in");
    for (const path of ["/ten-ocean/profile", "/ten-ocean/forum", "/ten-ocean/maintenance"])
      expect((await browser.open(path)).path).toMatch(/^\/ten-ocean\/sign-in/);
    const again = (entries: Record<string, string>) =>
      browser.send(fillIn(rejected, 'input[name="firstName"]', entries));
    expect((await again({ firstName: "<script>" })).text).toContain("Use only letters");
    expect((await again({ unitId: "unit_99Z" })).text).toContain("There is no unit");
    expect(stepsOf(await again({ firstName: "Noor", unitId: "unit_2A" })).at(-1)).toBe("decision pending");

    const { browser: captain, page: card } = await officeAt(list, captainOfTwo);
    expect(card.text).toContain("Unit 2A, floor 2");
    await captain.send(decisionOn(card, applicant.userId, { status: "verified" }));
    await linkIn(stack, applicant.email, "Welcome to");
    expect(await stores().residents.get(applicant.userId)).toMatchObject({
      unitId: "unit_2A",
      standing: "resident",
    });
    expect(codesTo(stack, applicant.email)).toEqual([]);
  });

  it("is decided once when the office and the captain decide both ways at the same moment", async () => {
    const applicant = await register(stack, visitor());
    const captains = await officeAt(`${list}/${applicant.userId}`, captainOfFour);
    const pages = [await officeAt(list), captains];
    const verified: Record<string, string> = { status: "verified" };
    const rejected: Record<string, string> = { status: "rejected", reason: "No lease." };
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_none, n) => {
        const { browser, page } = pages[n % 2] ?? captains;
        return browser.send(decisionOn(page, applicant.userId, n % 4 < 2 ? verified : rejected));
      }),
    );
    const outcomes = answers.map(({ path }) => path.split("outcome=").at(-1)).toSorted();
    expect(outcomes.slice(0, 15)).toEqual(Array(15).fill("decided"));
    expect(["verified", "rejected"]).toContain(outcomes[15]);
    const decidedEvents = "select id from platform.outbox where id in ($1, $2)";
    const { userId } = applicant;
    const { rows } = await pool.query(decidedEvents, [`user/verified:${userId}`, `user/rejected:${userId}`]);
    expect(rows).toEqual([{ id: `user/${outcomes[15]}:${userId}` }]);
  });

  it("that lapsed is decided no more, says so, and can be asked again", async () => {
    const browser = visitor();
    const applicant = await register(stack, browser);
    const { browser: office, page } = await officeAt(list);
    await stores().verifications.lapse(applicant.userId, 1);
    const late = await office.send(decisionOn(page, applicant.userId, { status: "verified" }));
    expect(late.text).toContain("nobody decided in two weeks");
    expect((await office.open(`${list}/${applicant.userId}`)).text).toContain("Lapsed");
    const lapsed = await browser.open(applicant.path);
    expect(lapsed.text).toContain("Your registration has lapsed");
    const again = await browser.send(fillIn(lapsed, 'input[name="firstName"]'));
    expect(stepsOf(again).at(-1)).toBe("decision pending");
  });

  it("is none before the link in the email was followed, which is good once", async () => {
    const [browser, applicant] = [visitor(), newApplicant()];
    await sendRegistration(browser, applicant);
    const { path } = await linkIn(stack, applicant.email, "Confirm your registration");
    const page = await visitor().open(path);
    expect(page.text).toContain(`Noor, ${applicant.email}, unit 4B`);
    expect(await stores().residents.findByEmail(applicant.email)).toBeUndefined();
    const { page: waiting } = await officeAt(list);
    expect(waiting.text).not.toContain(applicant.email);

    const form = fillIn(page, 'main input[name="token"]');
    const registered = await visitor().send(form);
    expect(registered.path).toMatch(/^\/ten-ocean\/residents\/user_/);
    expect(await stores().residents.findByEmail(applicant.email)).toMatchObject({ status: "pending" });
    for (const again of [await visitor().send(form), await visitor().open(path)])
      expect(again.text).toContain("This link is no longer good");
  });

  it("is shown to the captain of its floor, and to no other", async () => {
    const { userId } = await register(stack, visitor(), newApplicant({ firstName: "Onfour" }));
    const { browser: captain, page } = await officeAt(list, captainOfTwo);
    expect(page.text).not.toContain("Onfour");
    expect((await captain.open(`${list}/${userId}`)).text).toContain("There is no such registration");
    const { page: admins } = await officeAt(list);
    const forged = decisionOn(admins, userId, { status: "verified" });
    expect((await captain.send(forged)).text).toContain("There is no such registration");
    expect(await stores().verifications.get(userId)).toMatchObject({ status: "pending" });
  });

  it("with a known address is answered like any other, and the mailbox gets what to do next", async () => {
    const applicant = await register(stack, visitor());
    const fresh = await sendRegistration(visitor(), newApplicant());
    const answerTo = (email: string) => sendRegistration(visitor(), { ...newApplicant(), email });
    expect(fresh.path).toBe("/ten-ocean/registered");
    const known = await answerTo(applicant.email);
    expect([known.path, known.text]).toEqual([fresh.path, fresh.text]);
    const sent = await linkIn(stack, applicant.email, "registered at");
    expect((await visitor().open(sent.path)).path).toBe(applicant.path);

    const [maya] = demoResidents;
    const resident = await answerTo(maya?.email ?? "");
    expect([resident.path, resident.text]).toEqual([fresh.path, fresh.text]);
    const told = await linkIn(stack, maya?.email ?? "", "registered at");
    expect([told.path, told.message.text]).toEqual([
      "/ten-ocean/sign-in",
      expect.stringContaining("Sign in"),
    ]);
    const { rows } = await pool.query("select from ten_ocean.residents where email = $1", [maya?.email]);
    expect(rows).toHaveLength(1);
  });

  it.each([
    ["script", { firstName: "<script>alert(1)</script>" }, "Use only letters"],
    ["half an emoji", { lastName: "Rao \uD83D" }, "Use only letters"],
    ["a unit that is not there", { unitId: "unit_99Z" }, "There is no unit unit_99Z"],
    ["no address", { email: "noor at home" }, "Enter an email address"],
  ])("with %s is refused at its field, and nothing is written", async (_, changes, message) => {
    const applicant = newApplicant(changes);
    expect((await sendRegistration(visitor(), applicant)).text).toContain(message);
    expect(await stores().residents.findByEmail(applicant.email)).toBeUndefined();
  });
});
