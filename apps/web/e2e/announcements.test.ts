import { notificationDigestGenerate } from "@org/events/ten-ocean/notification-digest-generate";
import { type Stack, startStack } from "@org/local-stack";
import { demoAdmins, demoResidents } from "@org/stores/demo-data/ten-ocean";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { emailsTo, signIn } from "./sign-in.ts";
import { createVisitor, fillIn, type VisitedPage, type Visitor } from "./visitor.ts";

let stack: Stack;
let admin: Visitor;
let captain: Visitor;
let maya: Visitor;
let amina: Visitor;

const [adminAccount, captainAccount] = demoAdmins;
const addressOf = (userId: string) =>
  demoResidents.find((resident) => resident.userId === userId)?.email ?? "";

beforeAll(async () => {
  stack = await startStack({ environment: process.env });
  const signedIn = async (email: string | undefined) => {
    const visitor = createVisitor(stack.urls.web);
    await signIn(stack, visitor, email ?? "", "/ten-ocean/sign-in");
    return visitor;
  };
  admin = await signedIn(adminAccount?.email);
  captain = await signedIn(captainAccount?.email);
  maya = await signedIn(addressOf("user_maya"));
  amina = await signedIn(addressOf("user_amina"));
});

afterAll(async () => {
  await stack?.stop();
});

const eventually = (condition: () => boolean | Promise<boolean>) =>
  vi.waitUntil(condition, { timeout: 20_000, interval: 50 });

const newPath = "/ten-ocean/admin/announcements/new";
const idField = 'input[name="announcementId"]';

interface Entries {
  title: string;
  body: string;
  floor?: string;
  urgent?: string;
}

/** The page with the preview of what was entered. */
async function preview(author: Visitor, { floor = "", urgent = "", ...text }: Entries): Promise<VisitedPage> {
  const form = fillIn(await author.open(newPath), idField, { ...text, floor, urgent, intent: "preview" });
  return author.send(form);
}

const published = (author: Visitor, page: VisitedPage) =>
  author.send(fillIn(page, idField, { intent: "publish" }));

/** Those to an address about a subject. */
const about = (userId: string, subject: string) =>
  emailsTo(stack, addressOf(userId)).filter((message) => message.subject?.includes(subject));

describe("an announcement", () => {
  it("is previewed with the number of those who get it, changed, published once and told", async () => {
    const shown = await preview(admin, { title: "Water <b>off</b>", body: "From nine.\n\nUntil noon." });
    expect(shown.text).toContain("everyone in the house, 5 residents");
    expect(shown.text).toContain("Water <b>off</b>");
    expect((await maya.open("/ten-ocean/announcements")).text).toContain("Nothing has been announced yet.");

    const again = await admin.send(fillIn(shown, idField, { intent: "edit" }));
    expect(again.document.querySelector("textarea")?.textContent).toContain("Until noon.");
    const changed = fillIn(again, idField, { body: "Until one.", urgent: "", intent: "preview" });
    const form = fillIn(await admin.send(changed), idField, { intent: "publish" });
    for (const _ of [1, 2]) {
      expect((await admin.send(form)).path).toBe("/ten-ocean/admin/announcements?outcome=published");
    }

    const list = await maya.open("/ten-ocean/announcements");
    expect(list.document.querySelectorAll("main h2").map(({ text }) => text)).toHaveLength(1);
    const path = list.document.querySelector("main h2 a")?.getAttribute("href") ?? "";
    const read = await maya.open(path);
    expect(read.text).toContain("Until one.");
    expect(read.text).toContain(adminAccount?.name);
    await eventually(() => demoResidents.every(({ userId }) => about(userId, "Water").length === 1));
    const [message] = about("user_maya", "Water");
    expect(message?.html).toContain(path);
    expect(message?.html).not.toContain("<b>off</b>");
  });

  it("of a floor is for that floor only, and a captain reaches no other", async () => {
    const shown = await preview(captain, { title: "Hallway painted", body: "On Friday.", floor: "4" });
    expect(shown.text).toContain("floor 4, 2 residents");
    await published(captain, shown);
    expect((await maya.open("/ten-ocean/announcements")).text).toContain("Hallway painted");
    expect((await amina.open("/ten-ocean/announcements")).text).not.toContain("Hallway painted");
    const path = (await maya.open("/ten-ocean/announcements")).document
      .querySelector("main h2 a")
      ?.getAttribute("href");
    expect((await amina.open(path ?? "")).status).toBe(404);
    await eventually(() => about("user_maya", "Hallway").length === 1);
    expect(about("user_amina", "Hallway")).toEqual([]);

    const refused = await preview(captain, { title: "For all", body: "Of you.", floor: "" });
    expect(refused.text).toContain("You can announce to your own floor only");
  });

  it("that is withdrawn is seen by no resident any more", async () => {
    await published(admin, await preview(admin, { title: "Wrong day", body: "Sorry." }));
    const list = await admin.open("/ten-ocean/admin/announcements");
    const form = list.document
      .querySelectorAll("main li")
      .find(({ text }) => text.includes("Wrong day"))
      ?.querySelector(idField);
    const after = await admin.send(fillIn(list, `input[value="${form?.getAttribute("value")}"]`));
    expect(after.text).toContain("Withdrawn. It is on no page any more");
    expect((await maya.open("/ten-ocean/announcements")).text).not.toContain("Wrong day");
  });

  it("is written by admins and captains only, and says what is wrong with it", async () => {
    expect((await maya.open(newPath)).path).toContain("/ten-ocean/sign-in");
    const page = await preview(admin, { title: " ", body: "x".repeat(4_001) });
    expect(page.text).toContain("2 entries below need a change.");
    expect(page.text).toContain("Shorten the text to 4,000 characters.");
  });
});

describe("the digest", () => {
  it("is shown as it would be sent, and sends nothing; then the same is sent, once", async () => {
    await published(admin, await preview(admin, { title: "Roof open again", body: "Until October." }));
    const choice = "resident=user_maya&period=weekly";
    const page = await admin.open(`/ten-ocean/admin/digest?${choice}`);
    const subject = page.document.querySelector("#preview")?.text ?? "";
    expect(subject).toMatch(/^Your week at 10 Ocean, \w+ \d+$/);
    const frame = page.document.querySelector("iframe");
    expect(frame?.getAttribute("sandbox")).toBe("");
    const response = await admin.request(frame?.getAttribute("src")?.replaceAll("&amp;", "&") ?? "");
    expect(response.headers.get("content-security-policy")).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'",
    );
    expect(response.headers.get("x-frame-options")).toBe("SAMEORIGIN");
    const shown = await response.text();
    expect(shown).toContain("Roof open again");
    expect(about("user_maya", subject)).toEqual([]);

    const now = Date.now();
    const at = (offset: number) => new Date(now + offset).toISOString();
    const event = notificationDigestGenerate.create({
      period: "weekly",
      since: at(-86_400_000),
      until: at(1_000),
    });
    for (const _ of [1, 2]) {
      await fetch(`${stack.urls.engine}/e/e2e`, { method: "POST", body: JSON.stringify(event) });
    }
    await eventually(() => about("user_maya", subject).length > 0);
    const [sent] = about("user_maya", subject);
    expect(linksHidden(sent?.html ?? "")).toBe(linksHidden(shown));
    expect(sent?.html).not.toContain("Wrong day");
    const after = await admin.open(`/ten-ocean/admin/digest?${choice}`);
    expect(after.text).toContain("Maya would get none");
    await eventually(() => about("user_amina", subject).length > 0);
    expect(about("user_maya", subject)).toHaveLength(1);
  });

  it("is shown to captains for their floor only", async () => {
    const page = await captain.open("/ten-ocean/admin/digest?resident=user_amina");
    expect(page.text).toContain("There is no such resident for you to look at.");
    expect(page.document.querySelectorAll("option").map(({ text }) => text)).toEqual([
      "Maya Fernandes, 4B",
      "Suresh Iyer, 4C",
    ]);
    const response = await captain.request("/ten-ocean/admin/digest/email?resident=user_amina");
    expect(response.status).toBe(404);
  });
});

/** Without addresses: the portal's own differ, and each reader has a link of their own to unsubscribe. */
function linksHidden(html: string): string {
  return html.replaceAll(/href="[^"]*"/g, "href");
}
