import { notificationRoute } from "@org/events/ten-ocean/notification-route";
import { pushIdOf } from "@org/integrations/push/port";
import { type Stack, startStack, subscribeDevice } from "@org/local-stack";
import { demoAdmins, demoResidents } from "@org/stores/demo-data/ten-ocean";
import { postgresOutbox } from "@org/stores/outbox/postgres";
import { createPool, type Pool } from "@org/stores/postgres";
import { tenOceanStores } from "@org/stores/ten-ocean/postgres";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { signIn } from "./sign-in.ts";
import { createVisitor, fillIn, type VisitedPage } from "./visitor.ts";

const patience = { timeout: 45_000, interval: 50 };
const page = "/ten-ocean/profile/preferences";

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

/** The n-th resident of the demo data, with a phone. */
async function someone(n: number) {
  const resident = demoResidents[n];
  if (!resident) throw new Error(`The demo data has no resident ${n}.`);
  await subscribeDevice(stack.emulators.onesignal, pushIdOf("ten-ocean", resident.userId));
  return resident;
}

/** Tells somebody that an event is called off, as the workflows do. Its title tells the messages apart. */
async function callOff(title: string, userId: string): Promise<void> {
  const [location, startsAt] = ["The roof", "2027-06-01T22:00:00.000Z"];
  await postgresOutbox(pool).send(
    notificationRoute.create({
      notificationId: `event-cancellation:${title}`,
      template: "event-cancellation",
      userIds: [userId],
      about: "evt_1",
      data: { eventId: "evt_1", title, location, startsAt },
    }),
  );
}

function messagesOf(title: string) {
  return stack.emulators.outbox().filter(({ subject }) => subject === `Called off: ${title}`);
}

const channelsOf = (title: string) =>
  messagesOf(title)
    .map(({ channel }) => channel)
    .toSorted();

const arrives = (title: string, channels: string[]) =>
  vi.waitFor(() => expect(channelsOf(title)).toEqual(channels), patience);

const alertOf = ({ document }: VisitedPage) => document.querySelector('[role="alert"]')?.textContent;

describe("a resident's preferences", () => {
  it("are kept without scripts, and the next message takes the channel that is left", async () => {
    const { userId, email } = await someone(0);
    const browser = createVisitor(stack.urls.web);
    await callOff("Brunch", userId);
    await arrives("Brunch", ["email", "push"]);

    const form = fillIn(await signIn(stack, browser, email, page), '[name="digest"]', {
      "community.email": [],
      "forum.timing": "digest",
      quietFrom: "03:00",
      quietTo: "03:30",
    });
    const saved = await browser.send(form);
    expect(saved.text).toContain("Saved.");
    expect(saved.document.querySelector('[name="community.email"]')?.hasAttribute("checked")).toBe(false);
    expect(saved.document.querySelector('[name="community.push"]')?.hasAttribute("checked")).toBe(true);
    const { preferences } = tenOceanStores(pool);
    expect(await preferences.get(userId)).toMatchObject({
      kinds: {
        community: { email: false, push: true, timing: "immediate" },
        forum: { email: true, push: true, timing: "digest" },
      },
      quietHours: { from: "03:00", to: "03:30" },
    });

    await preferences.update(userId, { quietHours: null });
    await callOff("Picnic", userId);
    await arrives("Picnic", ["push"]);
  });

  it("say at the entry what is wrong, keep what was chosen, and save nothing", async () => {
    const { userId, email } = await someone(1);
    const browser = createVisitor(stack.urls.web);
    const before = await tenOceanStores(pool).preferences.get(userId);
    const form = fillIn(await signIn(stack, browser, email, page), '[name="digest"]', {
      "forum.email": [],
      quietFrom: "22:00",
    });
    const refused = await browser.send(form);
    expect(alertOf(refused)).toContain("One entry below needs a change.");
    expect(refused.document.querySelector("#quietTo-error")?.textContent).toBe(
      "Choose when your quiet hours end.",
    );
    expect(refused.document.querySelector('[name="forum.email"]')?.hasAttribute("checked")).toBe(false);
    expect(await tenOceanStores(pool).preferences.get(userId)).toEqual(before);
  });

  it("ask whoever is not signed in to do so", async () => {
    const { path } = await createVisitor(stack.urls.web).open(page);
    expect(path).toBe("/ten-ocean/sign-in?next=%2Ften-ocean%2Fprofile%2Fpreferences");
  });
});

describe("the link and the button in an email", () => {
  /** As a mail program posts it: from anywhere, without cookies. */
  const pressButton = (url: string) =>
    fetch(url, {
      method: "POST",
      redirect: "manual",
      headers: { "content-type": "application/x-www-form-urlencoded", origin: "https://mail.example" },
      body: "List-Unsubscribe=One-Click",
    });

  function linkOf(title: string): string {
    const email = messagesOf(title).find(({ channel }) => channel === "email");
    const { headers } = Object(email?.resource);
    expect(headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
    const url = headers["List-Unsubscribe"].slice(1, -1);
    expect(email?.html).toContain(url.replaceAll("&", "&amp;"));
    return url;
  }

  it("stop the next email of the kind, with one post and not with a look, and bring it back", async () => {
    const { userId } = await someone(2);
    await callOff("Reading", userId);
    await arrives("Reading", ["email", "push"]);
    const url = linkOf("Reading");
    const { pathname, search } = new URL(url);
    expect(url).toBe(`${stack.urls.web}${pathname}?kind=community`);

    const browser = createVisitor(stack.urls.web);
    const opened = await browser.open(pathname + search);
    expect(opened.text).toContain("You will no longer get emails about events in the building.");
    expect(opened.text).not.toContain(userId);
    await callOff("Singing", userId);
    await arrives("Singing", ["email", "push"]);

    const pressed = await pressButton(url);
    expect([pressed.status, await pressed.text()]).toEqual([200, "Stopped.\n"]);
    await callOff("Dancing", userId);
    await arrives("Dancing", ["push"]);
    expect((await pressButton(url)).status).toBe(200);

    const after = await browser.open(pathname + search);
    expect(after.text).toContain("You no longer get these emails");
    const back = await browser.send({ ...fillIn(after, '[name="undo"]'), path: pathname + search });
    expect(back.text).toContain("Stop these emails?");
    await callOff("Painting", userId);
    await arrives("Painting", ["email", "push"]);
  });

  it("stop the digest, by the page's own form, and bring it back as often as it came", async () => {
    const { userId } = await someone(3);
    const { preferences, unsubscribeTokens } = tenOceanStores(pool);
    await preferences.update(userId, { digest: "daily" });
    const [token] = await unsubscribeTokens.of([userId]);
    const path = `/ten-ocean/unsubscribe/${token?.token}?kind=digest`;
    const browser = createVisitor(stack.urls.web);
    const stopped = await browser.send({ path, body: new FormData() });
    expect(stopped.text).toContain("We have stopped the digest");
    expect((await preferences.get(userId)).digest).toBe("off");
    await browser.send({ ...fillIn(stopped, '[name="undo"]'), path });
    expect((await preferences.get(userId)).digest).toBe("daily");
  });

  it.each([
    "/ten-ocean/unsubscribe/nobody?kind=forum",
    `/ten-ocean/unsubscribe/${"0".repeat(26)}?kind=forum`,
  ])("say of %s that it does not work", async (path) => {
    const opened = await createVisitor(stack.urls.web).open(path);
    expect(opened.text).toContain("This link does not work");
    const pressed = await pressButton(stack.urls.web + path);
    expect([pressed.status, await pressed.text()]).toEqual([
      404,
      expect.stringContaining("Sign in to change"),
    ]);
  });
});

describe("the list of what one was told", () => {
  const unreadOf = ({ document }: VisitedPage) =>
    document.querySelectorAll('[data-read="false"] h2').map(({ textContent }) => textContent);

  it("is a member's own, says what is new, and leads to what it is about", async () => {
    const { userId, email } = await someone(4);
    const browser = createVisitor(stack.urls.web);
    const path = "/ten-ocean/notifications";
    expect((await signIn(stack, browser, email, path)).text).toContain("Nothing yet.");
    for (const title of ["Yoga", "Chess", "Karaoke"]) await callOff(title, userId);
    await vi.waitUntil(async () => (await tenOceanStores(pool).notifications.unread(userId)) === 3, patience);
    const list = await browser.open(path);
    expect(unreadOf(list)).toHaveLength(3);
    expect(list.text).toContain("Called off: Yoga");
    expect(list.document.querySelector('main a[href="/ten-ocean/events/evt_1"]')).not.toBeNull();
    expect(list.text).not.toContain("Called off: Brunch");

    const one = await browser.send(fillIn(list, 'li [name="notificationId"]'));
    expect(unreadOf(one)).toHaveLength(2);
    const all = one.document
      .querySelectorAll("main form")
      .find(({ text }) => text.includes("Mark all as read"));
    all?.setAttribute("data-all", "yes");
    expect(unreadOf(await browser.send(fillIn(one, "form[data-all]")))).toEqual([]);
  });

  it("is there for admins as well", async () => {
    const admin = createVisitor(stack.urls.web);
    const list = await signIn(stack, admin, demoAdmins[0]?.email ?? "", "/ten-ocean/notifications");
    expect(list.path).toBe("/ten-ocean/notifications");
    expect(list.document.querySelector(`main a[href="${page}"]`)).toBeNull();
  });
});
