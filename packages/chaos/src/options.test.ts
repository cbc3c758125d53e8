import { describe, expect, it } from "vitest";
import { commandOf, readOptions } from "./options.ts";

const read = (line: string) => readOptions(line.split(" ").filter(Boolean), () => 99);

it("takes 20 kills and a random seed when nothing is said", () => {
  expect(read("")).toEqual({ kills: 20, seed: 99, people: 6, drain: 420, json: false, keep: false });
});

it("gives the command that plays the same again", () => {
  const options = read("--kills 1000 --seed 5 --json --keep");
  expect(commandOf(options)).toBe("pnpm test:chaos --kills 1000 --seed 5 --people 6 --drain 420");
  expect(read(commandOf(options).replace("pnpm test:chaos", ""))).toMatchObject({ kills: 1000, seed: 5 });
});

describe("says what is wrong with", () => {
  it.each([
    ["--kills many", "--kills: a whole number"],
    ["--kills 0", "--kills: at least 1"],
    ["--kills -3", /kills/],
    ["--seed 1.5", "--seed: a whole number"],
    ["--people 0 --drain 1", "--people: at least 1\n--drain: at least 10"],
    ["--murders 3", /murders/],
    ["20", /20/],
  ])("%s", (line, problem) => {
    expect(() => read(line)).toThrow(problem);
  });
});
