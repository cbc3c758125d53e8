import { describe, expect, it } from "vitest";
import * as z from "zod";
import { defineCatalogue } from "../catalogue.ts";
import { defineEvent } from "../define-event.ts";
import { acceptancesIn } from "./acceptances.ts";
import { checkTree } from "./check-tree.ts";
import { createRelease, releaseSchema } from "./release.ts";

const described = {
  name: "order.placed",
  category: "order",
  owner: "orders",
  kind: "fact",
  summary: "For tests.",
} as const;
const examples = [{ total: 1 }, { total: 2 }] as const;

function catalogueOf(version: string, total: z.ZodNumber) {
  const placed = defineEvent({ ...described, version, data: z.object({ total }), examples });
  return defineCatalogue({ name: "test", title: "Test", description: "For tests.", events: { placed } });
}

function check(changesets: string[], declared: "minor" | "major" = "minor") {
  const before = catalogueOf(
    "2026-01-01.01",
    z.number().refine((value) => value < 50),
  );
  const next = catalogueOf(
    "2026-02-01.01",
    z.number().refine((value) => value <= 49.999_999_9),
  );
  const released = releaseSchema.parse(JSON.parse(JSON.stringify(createRelease("1.0.0", [before]))));
  const acceptances = acceptancesIn(changesets);
  const result = checkTree([next], [released], declared, {
    mode: "BACKWARD",
    today: "2026-06-01",
    acceptances,
  });
  const [event] = result.events;
  return { ...event, packageProblems: result.problems };
}

describe("a refinement with other code", () => {
  it("is unproved, fails the gate, and the problem says which line to write", () => {
    const { backward, problems } = check([], "major");
    expect(backward).toBe("unproved");
    expect(problems).toEqual([expect.stringContaining("accepts: order.placed unproved <why")]);
  });

  it("passes once a changeset accepts it with a reason, as a minor", () => {
    const text = '---\n"@org/events": minor\n---\n\naccepts: order.placed unproved both mean below fifty\n';
    expect(check([text])).toMatchObject({
      backward: "unproved",
      problems: [],
      packageProblems: [],
      accepted: [{ reason: "both mean below fifty" }],
    });
  });

  it.each(["accepts: order.placed unproved", "accepts: order.lost unproved both mean below fifty"])(
    "is not accepted by %j",
    (text) => {
      expect(check([text], "major").problems).toHaveLength(1);
    },
  );
});
