import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { catalogues } from "../../catalogues.ts";
import { createRelease } from "../release/release.ts";
import { writeRelease } from "../release/release-files.ts";
import { run } from "../testing/run-cli.ts";
import { packageVersion } from "./package-folder.ts";

describe("check and release", { timeout: 60_000 }, () => {
  async function folders() {
    const root = await mkdtemp(join(tmpdir(), "org-events-"));
    const [releases, changesets] = [join(root, "releases"), join(root, "changesets")];
    await mkdir(changesets);
    const functions = join(root, "functions.json");
    const argv = ["check", "--releases", releases, "--changesets", changesets, "--functions", functions];
    return { releases, changesets, functions, argv };
  }

  /** Today's contracts, made to look as if order.updated had once known one status more. */
  function releaseWithMoreStatuses(release: string) {
    const past = createRelease(release, catalogues);
    const updated = past.events.find(({ event }) => event === "order.updated");
    updated?.input.properties?.status?.enum?.push("lost");
    for (const set of [updated?.sets?.takes, updated?.sets?.writes]) {
      const status = set?.kind === "object" ? set.fields.status?.set : undefined;
      if (status?.kind === "union") status.of.push({ kind: "literal", value: "lost" });
    }
    return past;
  }

  it("pass when nothing changed since the release", async () => {
    const { argv, releases } = await folders();
    expect((await run(["release", "--releases", releases])).code).toBe(0);
    const { code, out } = await run([...argv, "--json"]);
    expect({ code, needed: JSON.parse(out).needed }).toEqual({ code: 0, needed: "none" });
  });

  it("do not overwrite a release that holds other contracts, unless told to", async () => {
    const { releases } = await folders();
    const past = createRelease(packageVersion(), catalogues);
    await writeRelease(releases, { ...past, events: past.events.slice(1) });
    const release = ["release", "--releases", releases];
    expect(await run(release)).toMatchObject({
      code: 1,
      errors: expect.stringContaining("changeset version"),
    });
    expect((await run([...release, "--replace"])).code).toBe(0);
    expect((await run(release)).code).toBe(0);
  });

  it("refuse a break with its counterexample, the bump it needs and the workflows it reaches", async () => {
    const { argv, releases, functions } = await folders();
    await writeRelease(releases, releaseWithMoreStatuses("1.0.0"));
    const workflow = {
      id: "notify-order-status",
      triggers: [{ event: "order.updated" }],
      waitsFor: ["order.updated"],
    };
    await writeFile(functions, JSON.stringify({ functions: [workflow] }));
    const { code, out } = await run(argv);
    expect(code).toBe(1);
    expect(out).toContain('status: choice-removed [breaks backward]: "lost" is refused now');
    expect(out).toMatch(/an old event is refused: .*"status":"lost"/);
    expect(out).toContain("workflow notify-order-status is triggered by it");
    expect(out).toContain("workflow notify-order-status waits for it");
    expect(out).toContain("needed bump: major; declared by changesets: none");
  });

  it("say to deploy the worker first where old readers break", async () => {
    const { argv, releases } = await folders();
    const past = createRelease("1.0.0", catalogues);
    const updated = past.events.find(({ event }) => event === "order.updated");
    Object.assign(updated?.input.properties ?? {}, { courier: { type: "string" } });
    updated?.input.required?.push("courier");
    for (const set of [updated?.sets?.takes, updated?.sets?.writes]) {
      if (set?.kind === "object") set.fields.courier = { set: { kind: "text" }, optional: false };
    }
    await writeRelease(releases, past);
    const { code, out } = await run(argv);
    expect(code).toBe(1);
    expect(out).toContain("courier: required-field-removed [breaks forward]: old readers need this field");
    expect(out).toMatch(/old readers refuse a new event: \{"orderId":"ord_0".*because courier: /s);
    expect(out).toContain("deploy the worker before the web app");
  });

  it("compare with a release file, and count what changesets declare", async () => {
    const { argv, releases, changesets } = await folders();
    const past = createRelease("1.0.0", catalogues);
    const file = await writeRelease(releases, { ...past, events: past.events.slice(1) });
    const minor = [...argv, "--against", file];
    expect(await run(minor)).toMatchObject({ code: 1, out: expect.stringContaining("need a minor bump") });
    await writeFile(join(changesets, "one.md"), '---\n"@org/events": minor\n---\n\nNew event.\n');
    expect((await run(minor)).code).toBe(0);
  });

  it("say what to do when there is no release, no file or no such ref", async () => {
    const { argv } = await folders();
    expect(await run(argv)).toMatchObject({ code: 2, errors: expect.stringContaining("org-events release") });
    expect((await run([...argv, "--against", "nothing.json"])).code).toBe(2);
    expect((await run([...argv, "--against", "no-such-ref"])).code).toBe(2);
  });
});
