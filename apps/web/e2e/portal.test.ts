import { type Stack, startStack } from "@org/local-stack";
import { loadDemoContent } from "@org/stores/demo-data/load-demo-content";
import { demoAdmins, demoResidents } from "@org/stores/demo-data/ten-ocean";
import { createPool } from "@org/stores/postgres";
import { tenOceanStores } from "@org/stores/ten-ocean/postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fillRoute, portalRoutes } from "./portal-routes.ts";
import { sampleOf } from "./portal-samples.ts";
import { mostScriptBytes, scriptsOf } from "./script-bytes.ts";
import { signIn } from "./sign-in.ts";
import { createVisitor, type VisitedPage, type Visitor } from "./visitor.ts";

let stack: Stack;
let people: Record<"nobody" | "resident" | "admin", Visitor>;

beforeAll(async () => {
  stack = await startStack({ environment: process.env });
  const visitor = () => createVisitor(stack.urls.web);
  people = { nobody: visitor(), resident: visitor(), admin: visitor() };
  await signIn(stack, people.resident, demoResidents[0]?.email ?? "", "/ten-ocean/sign-in");
  await signIn(stack, people.admin, demoAdmins[0]?.email ?? "", "/ten-ocean/sign-in");
});

afterAll(async () => {
  await stack?.stop();
});

const titleOf = ({ document }: VisitedPage) => document.querySelector("title")?.text;
const everybody = ["nobody", "resident", "admin"] as const;

/** With what the pages are about; can be repeated. */
async function fillTheHouse(): Promise<void> {
  const pool = createPool({ databaseUrl: stack.urls.postgres });
  await loadDemoContent(tenOceanStores(pool), { now: new Date() });
  await pool.end();
}

it("the navigation marks where a page would be that is not there", async () => {
  const { document } = await people.resident.open("/ten-ocean/events/evt_unknown");
  const marked = document.querySelectorAll("nav a[aria-current]").map((link) => link.getAttribute("href"));
  expect(new Set(marked)).toEqual(new Set(["/ten-ocean/events"]));
});

describe("the portal's pages", () => {
  it("are found", () => {
    expect(portalRoutes).toEqual(expect.arrayContaining(["/ten-ocean", "/ten-ocean/residents/[userId]"]));
  });

  it.each(portalRoutes)("%s is titled for 10 Ocean, whoever opens it", async (route) => {
    for (const who of everybody) {
      const page = await people[who].open(fillRoute(route, () => "nothing-of-this-name"));
      expect(titleOf(page), `${who} at ${page.path}`).toMatch(/^\S.* · 10 Ocean$/);
      expect(page.status, `${who} at ${page.path}`).toBeLessThan(500);
      const icon = page.document.querySelector('link[rel="icon"]');
      expect(icon?.getAttribute("href")).toBe("/ten-ocean/icon.svg");
    }
  });

  it.each([
    ["/ten-ocean/nowhere", "There is nothing at this address"],
    ["/ten-ocean/admin", "There is nothing at this address"],
    ["/ten-ocean/residents/user_unknown", "There is no such registration"],
    ["/ten-ocean/announcements/ann_unknown", "There is no such announcement"],
    ["/ten-ocean/events/evt_unknown", "There is no such event"],
    ["/ten-ocean/forum/topic_unknown", "There is no such topic"],
    ["/ten-ocean/maintenance/req_unknown", "There is no such request for you"],
  ])("%s says without scripts that it is not there, in the portal's frame", async (path, heading) => {
    for (const who of everybody) {
      const page = await people[who].open(path);
      expect(page.status).toBe(404);
      expect(titleOf(page)).toBe("Nothing at this address · 10 Ocean");
      expect(page.document.querySelectorAll("main#content h1").map(({ text }) => text)).toEqual([heading]);
      expect(page.document.querySelector('[data-product="ten-ocean"] header')).not.toBeNull();
    }
  });

  it.each([
    ["an address that cannot be read", "/ten-ocean/%E0%A4%A", {}, 400],
    ["a method that no page has", "/ten-ocean", { method: "PUT" }, 405],
    ["a form that is too large", "/ten-ocean", { method: "POST", body: new Uint8Array(100_000) }, 413],
  ])("%s is refused in the portal's name", async (_, path, init, status) => {
    const response = await people.nobody.request(path, init);
    const text = await response.text();
    expect(response.status).toBe(status);
    expect(text).toMatch(/<title>.+ · 10 Ocean<\/title>/);
    expect(text).toContain('<a href="/ten-ocean">');
  });

  it.each([
    ["/", 200],
    ["/operations", 200],
    ["/nowhere", 404],
    ["/ten-oceans", 404],
    ["/orders/ord_unknown", 404],
  ])("%s is none of them, and keeps its own title", async (path, status) => {
    const page = await people.nobody.open(path);
    expect(page.status).toBe(status);
    expect(titleOf(page)).toMatch(/MohallaMart/);
  });
});

describe("the portal's navigation", () => {
  const links = (page: VisitedPage, selector: string) =>
    page.document.querySelectorAll(selector).map((link) => ({
      path: link.getAttribute("href"),
      current: link.getAttribute("aria-current"),
    }));

  it("is not there for who is not signed in", async () => {
    expect(links(await people.nobody.open("/ten-ocean"), "nav a")).toEqual([]);
  });

  it.each([
    ["resident", false],
    ["admin", true],
  ] as const)(
    "marks the page that is open, and has an office only where it belongs (%s)",
    async (who, has) => {
      const page = await people[who].open("/ten-ocean");
      const row = links(page, 'nav[aria-label="Portal"] a');
      expect(row.filter(({ current }) => current === "page").map(({ path }) => path)).toContain("/ten-ocean");
      expect(row.filter(({ current }) => current && current !== "page")).toEqual([]);
      expect(links(page, 'nav[aria-label="Office"] a').length > 0).toBe(has);
    },
  );

  it("leads a phone without scripts to every page, through what opens by itself", async () => {
    const page = await people.admin.open("/ten-ocean/admin/registrations");
    const all = links(page, "header nav a").map(({ path }) => path);
    const more = links(page, "details > summary + div a").map(({ path }) => path);
    expect(more).toEqual(expect.arrayContaining(all));
    expect(links(page, "details > summary + div a").filter(({ current }) => current)).toEqual([
      { path: "/ten-ocean/admin/registrations", current: "page" },
    ]);
  });
});

describe("the portal's home", () => {
  it("says to a visitor how to get in, and where to sign in", async () => {
    const page = await people.nobody.open("/ten-ocean");
    expect(page.document.querySelector('main input[name="userId"]')).not.toBeNull();
    expect(page.document.querySelector('main a[href="/ten-ocean/sign-in"]')).not.toBeNull();
  });

  it("says so where nothing is new", async () => {
    const { text } = await people.resident.open("/ten-ocean");
    expect(text).toContain("Hello, Maya");
    for (const nothing of [
      "You have read everything.",
      "Nothing has been announced yet.",
      "Nothing is planned.",
      "Nothing of yours waits for a repair.",
      "Nobody has opened a topic yet.",
    ]) {
      expect(text).toContain(nothing);
    }
    expect(text).not.toContain("registrations to decide");
    expect((await people.admin.open("/ten-ocean")).text).toContain("0registrations to decide");
  });

  it("shows what is new for whoever opens it", async () => {
    await fillTheHouse();
    const { text } = await people.resident.open("/ten-ocean");
    expect(text).toContain("New bicycle racks in the courtyard");
    expect(text).toMatch(/Supper on the roof.*You have not answered yet.*Tenants’ meeting.*You are going/);
    expect(text).toMatch(/Heating and cooling.*In progress.*The radiator/);
    expect(text).toMatch(/Walls, floors, windows or doors.*Open.*The bedroom window/);
    expect(text).not.toContain("Water comes through");
    expect(text).toContain("Laundry room: who has which evening?");

    const office = (await people.admin.open("/ten-ocean")).text;
    expect(office).toContain("2repairs in nobody’s hands");
    expect(office).toContain("1urgent repair");
    expect(office).not.toContain("You have not answered yet");
  });
});

describe("a resident's email address and phone number", () => {
  it("are on no page that a neighbour opens, as the foot of each says, and on an admin's", async () => {
    const [reader, neighbour] = demoResidents;
    if (!reader || !neighbour) throw new Error("The demo data has no two residents.");
    await fillTheHouse();
    const pool = createPool({ databaseUrl: stack.urls.postgres });
    const { residents } = tenOceanStores(pool);
    await residents.update(neighbour.userId, { phone: "+12125550173" }, { emit: [] });
    await pool.end();
    const shown = ({ document }: VisitedPage) =>
      [...demoResidents.filter((each) => each !== reader).map(({ email }) => email), "+12125550173"].filter(
        (detail) => document.toString().includes(detail),
      );
    const sample = (name: string) => (name === "userId" ? neighbour.userId : sampleOf(name));
    for (const route of portalRoutes) {
      const page = await people.resident.open(fillRoute(route, sample));
      expect(shown(page), page.path).toEqual([]);
      expect(page.document.querySelector("footer")?.text).toMatch(/shown to .+ floor\s+captain only/);
    }
    const admins = await people.admin.open(`/ten-ocean/admin/residents/${neighbour.userId}`);
    expect(shown(admins)).toEqual([neighbour.email, "+12125550173"]);
  });
});

describe("what a member was told", () => {
  it("is counted in the navigation, and stands on their home until they have read it", async () => {
    const userId = demoResidents[0]?.userId ?? "";
    const notice = {
      notificationId: "forum-mention:post_1",
      kind: "forum",
      title: "Suresh mentioned you",
      body: "In the laundry room’s topic.",
      path: "/ten-ocean/forum/topic_demoLaundry",
    } as const;
    const pool = createPool({ databaseUrl: stack.urls.postgres });
    const { notifications } = tenOceanStores(pool);
    await notifications.add(notice, [{ userId, email: false, push: false, heldForDigest: false }]);
    const told = await people.resident.open("/ten-ocean");
    expect(told.text).toContain("Suresh mentioned you");
    const counted = "nav a[href='/ten-ocean/notifications']";
    for (const link of told.document.querySelectorAll(counted)) expect(link.text).toContain("1 unread");
    expect(told.document.querySelector("header")?.text).toContain("1 unread notification");
    expect((await people.admin.open("/ten-ocean")).text).toContain("You have read everything.");

    await notifications.markRead(userId);
    await pool.end();
    const read = await people.resident.open("/ten-ocean");
    expect(read.text).toContain("You have read everything.");
    expect(read.document.querySelector(counted)?.text).not.toContain("unread");
  });
});

describe("the scripts of the portal", () => {
  beforeAll(fillTheHouse);

  it.each(portalRoutes)("that %s loads when it is opened first are few", async (route) => {
    for (const who of everybody) {
      const { bytes } = await scriptsOf(people[who], stack.urls.web, fillRoute(route, sampleOf));
      expect(bytes, who).toBeLessThan(mostScriptBytes);
      // React alone is more than this: less would be a measure that misses something.
      expect(bytes, who).toBeGreaterThan(100_000);
    }
  });
});
