import { describe, expect, it } from "vitest";
import { declaredBump, largestBump } from "./semver.ts";

describe("declaredBump", () => {
  const changeset = (...lines: string[]) => ["---", ...lines, "---", "", "Some text: major"].join("\n");

  it("takes the largest of all changesets for the package and ignores other packages and prose", () => {
    const changesets = [
      changeset('"@org/events": patch', '"@org/workflows": major'),
      changeset("'@org/events': minor"),
      changeset('"@org/events-extra": major'),
      "# README\n\n@org/events: major\n",
    ];
    expect(declaredBump(changesets, "@org/events")).toBe("minor");
  });

  it("is none without changesets", () => {
    expect(declaredBump([], "@org/events")).toBe("none");
  });

  it("reads files with Windows line ends", () => {
    expect(declaredBump([changeset('"@org/events": major').replaceAll("\n", "\r\n")], "@org/events")).toBe(
      "major",
    );
  });
});

it("largestBump orders none, patch, minor, major", () => {
  expect(largestBump(["patch", "major", "minor"])).toBe("major");
  expect(largestBump([])).toBe("none");
});
