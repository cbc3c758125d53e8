import { expect, it } from "vitest";
import { OptionsError, readOptions } from "./options.ts";

it("has defaults, and takes what is typed", () => {
  expect(readOptions([])).toMatchObject({ days: 90, seed: 1, seeds: 1, customers: 200, faults: "all" });
  expect(readOptions(["--", "--days", "7", "--seed", "42", "--json", "--no-shrink"])).toMatchObject({
    ...{ days: 7, seed: 42, json: true, shrink: false },
  });
  expect(readOptions(["--help"])).toBeUndefined();
});

it.each([
  [["--days", "0"], "--days is a whole number from 1 to 400"],
  [["--seed", "one"], '--seed is a whole number from 0 to 2147483647, not "one"'],
  [["--faults", "few"], "--faults is none, some or all"],
  [["--dayz", "3"], "--dayz"],
])("refuses %j in words", (line, message) => {
  expect(() => readOptions(line)).toThrow(OptionsError);
  expect(() => readOptions(line)).toThrow(message);
});
