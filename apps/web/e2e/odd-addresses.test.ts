import { execFileSync } from "node:child_process";
import { type Stack, startStack } from "@org/local-stack";
import { demoCustomer, demoShopkeepers, demoStaff } from "@org/stores/demo-data/mohallamart";
import { demoAdmins, demoResidents } from "@org/stores/demo-data/ten-ocean";
import { afterAll, beforeAll, expect, it } from "vitest";
import { fillRoute } from "./portal-routes.ts";
import { sampleOf } from "./portal-samples.ts";
import { signIn } from "./sign-in.ts";
import { createVisitor, type Visitor } from "./visitor.ts";
import { addresses, routes, web } from "./web-routes.ts";

/** The names that code takes out of an address at once: `const { after } = await searchParams`. */
const destructured = execFileSync("git", ["grep", "-hE", String.raw`\} *\]? = await .*searchParams\b`], {
  cwd: web,
  encoding: "utf8",
})
  .split("\n")
  .flatMap((line) => line.split(" = ")[0]?.match(/\w+/g) ?? []);

/** What pages read of an address, taken from their code, so that a new one is asked about too. */
const parameters = [
  ...new Set(
    execFileSync(
      "git",
      ["grep", "-hoE", String.raw`(searchParams|query|parameters|entries)\)?\.(get\(")?\w+`],
      {
        cwd: web,
        encoding: "utf8",
      },
    )
      .split("\n")
      .map((found) => /\w+$/.exec(found)?.[0] ?? ""),
  ),
  ..."text sort category shop page status outcome changed edit reply to next period resident after".split(
    " ",
  ),
  ..."q standing unit since until".split(" "),
  ...destructured,
].filter(Boolean);

/** Every object has the first two, whoever made it; the last is what no database keeps. */
const odd = ["__proto__", "constructor", "\0"];

let stack: Stack;
let people: [string, Visitor][];
/** Of the web app, the newest last. */
const said: string[] = [];

beforeAll(async () => {
  const onLine = (name: string, line: string) => void (name === "web" && said.push(line));
  stack = await startStack({ environment: process.env, onLine });
  const visitor = () => createVisitor(stack.urls.web);
  const [resident, admin, staff] = [visitor(), visitor(), visitor()];
  const [customer, shopkeeper] = [visitor(), visitor()];
  await signIn(stack, resident, demoResidents[0]?.email ?? "", "/ten-ocean/sign-in");
  await signIn(stack, admin, demoAdmins[0]?.email ?? "", "/ten-ocean/sign-in");
  await signIn(stack, staff, demoStaff[0]?.email ?? "", "/operations");
  await signIn(stack, customer, demoCustomer.email, "/account");
  await signIn(stack, shopkeeper, demoShopkeepers[0]?.email ?? "", "/shop");
  people = Object.entries({ nobody: visitor(), resident, admin, staff, customer, shopkeeper });
});

afterAll(async () => {
  await stack?.stop();
});

async function expectAnswered(
  path: string,
  [who, browser]: [string, Visitor],
  init: RequestInit = {},
): Promise<void> {
  const response = await browser.request(path, { ...init, signal: AbortSignal.timeout(20_000) });
  expect(response.status, `${path} for ${who}, after\n${said.slice(-10).join("\n")}`).toBeLessThan(500);
  // A live stream has no end: its status is all that is asked for.
  if (response.headers.get("content-type")?.startsWith("text/event-stream")) {
    await response.body?.cancel();
    return;
  }
  const text = await response.text();
  expect(text, `${path} for ${who}`).not.toContain(web);
  expect(text, `${path} for ${who}`).not.toMatch(/\[native code\]|\[object Object\]/);
}

it("knows routes and parameters", () => {
  expect(routes).toEqual(expect.arrayContaining(["/", "/search", "/ten-ocean/events/[eventId]", "/health"]));
  expect(parameters).toEqual(expect.arrayContaining(["sort", "period", "kind", "before", "links"]));
});

it.each(routes)("%s answers odd names", { timeout: 120_000 }, async (route) => {
  const paths = odd.flatMap((name) => {
    const query = new URLSearchParams(parameters.map((parameter) => [parameter, name]));
    query.append(name, name);
    const asked = `${fillRoute(route, knownOr("x"))}?${query}`;
    return route.includes("[") ? [asked, fillRoute(route, () => name)] : [asked];
  });
  await Promise.all(people.flatMap((person) => paths.map((path) => expectAnswered(path, person))));
});

const ofSomething = addresses.filter(({ route }) => route.includes("["));

it.each(ofSomething.filter(({ method }) => method === "POST"))(
  "$method $route answers odd names",
  async ({ route }) => {
    for (const name of odd) {
      const body = new FormData();
      body.append("photo", new Blob([name]), name);
      for (const person of people)
        await expectAnswered(
          fillRoute(route, () => name),
          person,
          { method: "POST", body },
        );
    }
  },
);

it.each(ofSomething)("$method $route refuses a name that cannot be decoded", async ({ method, route }) => {
  const path = route.replaceAll(/\[\w+\]/g, "%ff");
  for (const [who, browser] of people) {
    const answer = await browser.request(path, {
      method,
      ...(method === "POST" && { body: new FormData() }),
    });
    expect([who, answer.status]).toEqual([who, 400]);
    expect(answer.headers.get("content-security-policy")).toContain("default-src");
    await answer.body?.cancel();
  }
});

function knownOr(other: string): (parameter: string) => string {
  return (parameter) => {
    try {
      return sampleOf(parameter);
    } catch {
      return other;
    }
  };
}
