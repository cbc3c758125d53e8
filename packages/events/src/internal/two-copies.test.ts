import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { thrownBy } from "./testing/thrown-by.ts";

type Events = typeof import("../index.ts");
type MohallaMart = typeof import("../mohallamart.ts");
type Zod = typeof import("zod");

interface Copy {
  events: Events;
  mohallaMart: MohallaMart;
  z: Zod;
}

const packageFolder = fileURLToPath(new URL("../../", import.meta.url));
let folder = "";
let copies: [Copy, Copy];

/** As a package manager installs it for an application and for a library: each with its own zod. */
async function installCopy(name: string): Promise<Copy> {
  const root = join(folder, name);
  const installed = join(root, "node_modules/@org/events");
  await cp(join(packageFolder, "dist"), join(installed, "dist"), { recursive: true });
  await cp(join(packageFolder, "package.json"), join(installed, "package.json"));
  await cp(join(packageFolder, "node_modules/zod"), join(root, "node_modules/zod"), {
    recursive: true,
    dereference: true,
    filter: (path) => !/\/(src|locales)$/.test(path) || path.endsWith("v4/locales"),
  });
  const load = (file: string) => import(pathToFileURL(join(root, "node_modules", file)).href);
  return {
    events: await load("@org/events/dist/index.js"),
    mohallaMart: await load("@org/events/dist/mohallamart.js"),
    z: await load("zod/index.js"),
  };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "events-copies-"));
  copies = [await installCopy("application"), await installCopy("library")];
});

afterAll(() => rm(folder, { recursive: true, force: true }));

it("two copies of the built package, each with its own zod, share no object", () => {
  const [application, library] = copies;
  expect(application.events.createRedactor).not.toBe(library.events.createRedactor);
  expect(application.z.ZodString).not.toBe(library.z.ZodString);
});

it("what one marked as personal the other hides, in its catalogues and in those of a consumer", () => {
  const [application, library] = copies;
  const redact = application.events.createRedactor(library.mohallaMart.mohallaMartCatalogue);
  const user = { userId: "user_1", email: "a@example.com", name: "Asha", phone: "+919876543210" };
  expect(redact("user.created", user)).toEqual({
    ...{ userId: "user_1", email: "[email]", name: "[name]", phone: "[phone]" },
  });
  const guest = library.events.defineEvent({
    ...{ name: "guest.came", version: "2026-11-01.01", category: "guest", owner: "tests", summary: "Test." },
    kind: "fact",
    data: library.z.object({
      guests: library.z.array(application.events.personal("name", application.z.string())).max(9),
    }),
    examples: [{ guests: [] }, { guests: ["Asha"] }],
  });
  expect(application.events.personalFieldsOf(guest)).toEqual([{ path: "guests[]", kind: "name" }]);
  expect(
    application.events.createRedactor({ find: () => guest })("guest.came", { guests: ["Asha"] }),
  ).toEqual({
    guests: ["[name]"],
  });
});

it("errors and definitions of one are recognised by the other", () => {
  const [application, library] = copies;
  const error = thrownBy(() => library.mohallaMart.userCreated.create({ userId: "", email: "", name: "" }));
  expect(error instanceof application.events.InvalidEventError).toBe(false);
  expect(application.events.InvalidEventError.isInstance(error)).toBe(true);
  const events = { userCreated: library.mohallaMart.userCreated };
  const about = { name: "mixed", title: "Mixed", description: "Of two copies." };
  expect(application.events.defineCatalogue({ ...about, events }).find("user.created")).toBe(
    events.userCreated,
  );
});
