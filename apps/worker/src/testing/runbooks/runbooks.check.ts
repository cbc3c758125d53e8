import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { failingRuns } from "./failing-runs.ts";
import { keys } from "./keys.ts";
import { type Production, startProduction } from "./production.ts";
import { releasesAndData } from "./releases-and-data.ts";
import { untried } from "./runbook.ts";

// One deployment, in which one thing after the other goes wrong. It needs psql and pg_dump, and a server that they fit:
// `.ci/with-debian-postgres` starts one.

let production: Production;

beforeAll(async () => {
  const { TEST_POSTGRES_URL: url } = process.env;
  if (!url)
    throw new Error("TEST_POSTGRES_URL names no server: run `.ci/with-debian-postgres pnpm runbooks:try`.");
  production = await startProduction(url);
});

afterAll(() => production?.stop());

describe("a deployment", () => {
  it("is healthy before anything is wrong", async () => {
    expect(
      await production.follow("functions-not-starting", "The engine does not know the functions"),
    ).toMatchObject({ code: 0 });
    expect(await production.follow("functions-not-starting", "Look")).toMatchObject({ code: 0 });
  });
  failingRuns(() => production);
  releasesAndData(() => production);
  keys(() => production);
});

it("no command of a runbook is left untried", () => {
  expect(untried()).toEqual([]);
});
