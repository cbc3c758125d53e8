import { describe, expect, it } from "vitest";
import * as z from "zod";
import { defineCatalogue, type EventCatalogue } from "../catalogue.ts";
import { defineEvent, type EventDefinition } from "../define-event.ts";
import { personal } from "../personal-data.ts";
import { previousVersion } from "../previous-version.ts";
import type { CheckOptions } from "./check-event.ts";
import { checkTree } from "./check-tree.ts";
import { createRelease, type Release, releaseSchema } from "./release.ts";
import type { Bump } from "./semver.ts";

const id = z.string().regex(/^ord_\d+$/);
const fields = {
  id,
  total: z.number().min(0).max(1_000),
  status: z.enum(["open", "paid"]),
  note: personal("free-text", z.string().max(50)).optional(),
};
const described = {
  name: "order.placed",
  version: "2026-01-01.01",
  category: "order",
  owner: "orders",
  kind: "fact",
  summary: "For tests.",
  examples: [
    { id: "ord_1", total: 10, status: "open" },
    { id: "ord_2", total: 20, status: "paid" },
  ],
} as const;
const placed = defineEvent({ ...described, data: z.object(fields) });
const later = { ...described, version: "2026-02-01.01" } as const;
const options: CheckOptions = { mode: "BACKWARD", today: "2026-06-01" };

function catalogueOf(...definitions: EventDefinition[]): EventCatalogue {
  const events = Object.fromEntries(definitions.map((definition) => [definition.event, definition]));
  return defineCatalogue({ name: "test", title: "Test", description: "For tests.", events });
}

/** As it comes back from its file. */
function released(version: string, ...definitions: EventDefinition[]): Release {
  return releaseSchema.parse(
    JSON.parse(JSON.stringify(createRelease(version, [catalogueOf(...definitions)]))),
  );
}

function checkOne(next: EventDefinition, declared: Bump = "major", before: EventDefinition = placed) {
  const check = checkTree([catalogueOf(next)], [released("1.0.0", before)], declared, options);
  const [event] = check.events;
  if (!event) throw new Error("nothing was checked");
  return { ...event, needed: check.needed, packageProblems: check.problems };
}

const unchanged = previousVersion({
  version: "2026-01-01.01",
  data: z.object(fields),
  upcast: (data) => ({ ...data, status: data.status }),
});

describe("an event compared with its last release", () => {
  it("unchanged needs nothing", () => {
    expect(checkOne(placed, "none")).toMatchObject({
      status: "unchanged",
      bump: "none",
      problems: [],
      changes: [],
    });
  });

  it("that holds itself, as comments on comments do, needs nothing unchanged, and a break where less of it fits", () => {
    const thread = (most: number, version: string) => {
      const comment = z.object({
        text: z.string().max(10),
        get replies() {
          return z.array(comment).max(most);
        },
      });
      const alone = { text: "a", replies: [] };
      return defineEvent({
        ...described,
        version,
        data: z.object({ top: comment }),
        examples: [{ top: alone }, { top: { text: "b", replies: [alone] } }],
      });
    };
    const before = thread(3, placed.version);
    expect(checkOne(thread(3, placed.version), "none", before)).toMatchObject({ bump: "none", problems: [] });
    expect(checkOne(thread(2, later.version), "minor", before)).toMatchObject({
      backward: false,
      forward: true,
      problems: [expect.any(String)],
    });
  });

  it("unchanged with refinements needs nothing, though its JSON Schema lacks them", () => {
    const data = z.object(fields).refine(({ total, status }) => status === "open" || total > 0);
    const refined = defineEvent({ ...described, data });
    expect(checkOne(refined, "none", refined)).toMatchObject({ status: "unchanged", problems: [] });
  });

  it("described differently is a patch", () => {
    const next = defineEvent({ ...described, summary: "Other words.", data: z.object(fields) });
    expect(checkOne(next)).toMatchObject({ status: "described", bump: "patch", problems: [] });
  });

  it("with an optional field added is accepted as a minor", () => {
    const data = z.object({ ...fields, gift: z.boolean().optional() });
    const next = defineEvent({ ...later, data });
    expect(checkOne(next)).toMatchObject({
      status: "changed",
      bump: "minor",
      backward: true,
      forward: true,
      problems: [],
      changes: [{ path: "gift", rule: "optional-field-added", direction: "none" }],
    });
  });

  it("changed without a new version is refused", () => {
    const next = defineEvent({ ...described, data: z.object({ ...fields, gift: z.boolean().optional() }) });
    expect(checkOne(next).problems).toEqual([expect.stringContaining("give it a later one")]);
  });

  it("with the id made of other fields is a minor, because deduplication changes", () => {
    const next = defineEvent({ ...described, data: z.object(fields), key: ["id"] });
    expect(checkOne(next)).toMatchObject({ bump: "minor", status: "described" });
  });

  it("with a personal field unmarked is refused as a break, by name", () => {
    const next = defineEvent({
      ...described,
      data: z.object({ ...fields, note: z.string().max(50).optional() }),
    });
    const check = checkOne(next);
    expect(check.bump).toBe("major");
    expect(check.problems).toEqual([expect.stringContaining("note is no longer marked as personal data")]);
  });
});

const refusals: [string, z.ZodObject, string][] = [
  ["a narrowed enum", z.object({ ...fields, status: z.enum(["open"]) }), "choice-removed"],
  ["a tightened pattern", z.object({ ...fields, id: z.string().regex(/^ord_\d$/) }), "pattern-changed"],
  ["a new refinement", z.object(fields).refine(({ total }) => total !== 1_000), "refinement-added"],
  ["a required addition", z.object({ ...fields, shop: z.string() }), "required-field-added"],
];

describe.each(refusals)("%s", (_, data, rule) => {
  const examples = [{ id: "ord_1" }, { id: "ord_2" }] as never;

  it("is refused with a counterexample that the new schema does not take", () => {
    const check = checkOne(defineEvent({ ...later, examples, data }));
    expect(check).toMatchObject({
      bump: "major",
      backward: false,
      counterexample: { direction: "backward" },
    });
    expect(check.problems[0]).toContain("not BACKWARD compatible");
    expect(check.changes.map((change) => change.rule)).toContain(rule);
    expect(data.safeParse(check.counterexample?.value).success).toBe(false);
  });

  it("passes the gate with an upcaster, as a major because senders must change", () => {
    const previous = previousVersion({
      version: "2026-01-01.01",
      data: z.object(fields),
      upcast: () => ({ id: "ord_1", total: 1, status: "open", shop: "a" }),
    });
    const check = checkOne(defineEvent({ ...later, examples, data, previous: previous as never }));
    expect(check).toMatchObject({ backward: true, bump: "major", problems: [] });
  });
});

describe("a removed required field", () => {
  const { total: _, ...rest } = fields;
  const next = defineEvent({ ...later, data: z.object(rest) });

  it("breaks old readers, with an event that they refuse", () => {
    const check = checkOne(next);
    expect(check).toMatchObject({ backward: true, forward: false, bump: "major" });
    expect(check.counterexample).toMatchObject({ direction: "forward" });
    expect(placed.schema.safeParse(check.counterexample?.value).success).toBe(false);
  });

  it("is refused under FULL", () => {
    const check = checkTree([catalogueOf(next)], [released("1.0.0", placed)], "major", {
      ...options,
      mode: "FULL",
    });
    expect(check.events[0]?.problems[0]).toContain("not FULL compatible");
  });
});

describe("versions", () => {
  it("an upcaster whose result the new schema refuses fails the gate", () => {
    const data = z.object({ ...fields, total: z.number().min(0).max(10) });
    const next = defineEvent({
      ...later,
      data,
      previous: unchanged,
      examples: [...described.examples].map((example) => ({ ...example, total: 1 })) as never,
    });
    const check = checkOne(next);
    expect(check).toMatchObject({ backward: false, counterexample: { direction: "backward" } });
    expect(check.problems[0]).toContain("not BACKWARD compatible");
  });

  it("a version that was promised longer cannot be dropped", () => {
    const withSunset = (sunset: string) =>
      defineEvent({ ...later, data: z.object(fields), previous: { ...unchanged, sunset } });
    const bare = defineEvent({ ...later, data: z.object(fields) });
    const dropped = checkOne(bare, "major", withSunset("2026-12-31"));
    expect(dropped.problems).toEqual([expect.stringContaining("promised until 2026-12-31")]);
    expect(checkOne(bare, "major", withSunset("2026-05-31")).problems).toEqual([]);
  });

  it("a TRANSITIVE mode looks at every release", () => {
    const sized = (version: string, maximum: number) =>
      defineEvent({
        ...described,
        version,
        data: z.object({ ...fields, total: z.number().min(0).max(maximum) }),
      });
    const history = [
      released("1.0.0", sized("2026-01-01.01", 300)),
      released("1.1.0", sized("2026-01-02.01", 100)),
    ];
    const next = catalogueOf(sized("2026-01-03.01", 200));
    const problems = (mode: CheckOptions["mode"]) =>
      checkTree([next], history, "major", { ...options, mode }).events.flatMap((event) => event.problems);
    expect(problems("BACKWARD")).toEqual([]);
    expect(problems("BACKWARD_TRANSITIVE")).toEqual([expect.stringContaining("BACKWARD_TRANSITIVE")]);
  });
});

describe("the package", () => {
  const other = defineEvent({ ...described, name: "order.lost", data: z.object(fields) });

  it("needs a minor for a new event", () => {
    const check = checkTree([catalogueOf(placed, other)], [released("1.0.0", placed)], "patch", options);
    expect(check.events.map(({ event, status }) => [event, status])).toEqual([
      ["order.lost", "added"],
      ["order.placed", "unchanged"],
    ]);
    expect(check.problems).toEqual([
      expect.stringContaining("need a minor bump and the changesets declare patch"),
    ]);
  });

  it("needs a major for a removed event, which must have been deprecated until a past day", () => {
    const check = (before: EventDefinition) =>
      checkTree([catalogueOf(placed)], [released("1.0.0", placed, before)], "major", options);
    const retired = { ...other, deprecation: { deprecated: "2026-01-01", sunset: "2026-03-31" } };
    expect(check(other)).toMatchObject({ needed: "major", problems: [] });
    expect(check(other).events[1]?.problems).toEqual([expect.stringContaining("removed before")]);
    expect(check(retired).events[1]?.problems).toEqual([]);
  });

  it("passes when the changesets declare more than is needed", () => {
    expect(checkTree([catalogueOf(placed)], [released("1.0.0", placed)], "major", options).problems).toEqual(
      [],
    );
  });
});
