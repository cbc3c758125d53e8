import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageFolder } from "./package-folder.ts";

const execute = promisify(execFile);

/** The catalogue of another team, in the JavaScript that any Node runs. */
const contract = (version: string, fields: string, example: string) => `import * as z from "zod";
import { defineCatalogue, defineEvent } from "@org/events";

const parcelPacked = defineEvent({
  name: "parcel.packed",
  version: "${version}",
  category: "parcel",
  owner: "warehouse",
  kind: "fact",
  summary: "A parcel is ready for its driver.",
  data: z.object({ parcelId: z.string().min(1).max(64)${fields} }),
  examples: [{ parcelId: "p1"${example} }, { parcelId: "p2"${example} }],
});
export const catalogue = defineCatalogue({ name: "warehouse", title: "Warehouse", description: "Parcels.", events: { parcelPacked } });
`;

let repository: string;
let installed: string;

const write = (file: string, text: string) => writeFile(join(repository, file), text);
const manifest = (version: string, own: unknown = { catalogue: "src/events.mjs" }) =>
  write(
    "package.json",
    JSON.stringify({ name: "@acme/warehouse", version, type: "module", "org-events": own }),
  );

async function orgEvents(...command: string[]) {
  const cli = join(installed, "dist/cli.js");
  // From a folder below, as an editor's terminal may stand in one.
  return execute(process.execPath, [cli, ...command], { cwd: join(repository, "src") }).then(
    ({ stdout }) => ({ code: 0, stdout, stderr: "" }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
      code,
      stdout,
      stderr,
    }),
  );
}

async function git(...command: string[]): Promise<void> {
  const who = ["-c", "user.name=Acme", "-c", "user.email=acme@example.com"];
  await execute("git", [...who, ...command], { cwd: repository });
}

/** What is packed, where an installer would put it; its dependencies and the zod beside it are those of this repository. */
beforeAll(async () => {
  repository = await mkdtemp(join(tmpdir(), "org-events-foreign-"));
  installed = join(repository, "node_modules/@org/events");
  await mkdir(join(repository, "src"), { recursive: true });
  await mkdir(installed, { recursive: true });
  for (const part of ["dist", "package.json"])
    await cp(join(packageFolder, part), join(installed, part), { recursive: true });
  const { dependencies } = JSON.parse(await readFile(join(packageFolder, "package.json"), "utf8"));
  for (const name of [...Object.keys(dependencies), "zod"])
    await symlink(join(packageFolder, "node_modules", name), join(repository, "node_modules", name));
  await manifest("1.0.0");
  await write(".gitignore", "node_modules\n");
  await write("src/events.mjs", contract("2026-11-01.01", "", ""));
}, 60_000);

afterAll(() => rm(repository, { recursive: true, force: true }));

describe("org-events in a repository of another team, with what is packed", { timeout: 120_000 }, () => {
  it("lists, releases and checks that repository's own events, and refuses what breaks its readers", async () => {
    const before = await readdir(installed, { recursive: true });
    expect(JSON.parse((await orgEvents("list", "--json")).stdout)).toMatchObject([
      { event: "parcel.packed" },
    ]);
    expect(await orgEvents("check")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("no releases in"),
    });

    expect(await orgEvents("release")).toMatchObject({ code: 0 });
    expect(await readdir(join(repository, "releases"))).toEqual(["1.0.0.json"]);
    expect(await orgEvents("check")).toMatchObject({ code: 0 });

    await write(
      "src/events.mjs",
      contract("2026-12-01.01", ", weight: z.number().min(0).max(50)", ", weight: 1"),
    );
    const refused = await orgEvents("check", "--json");
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.stdout)).toMatchObject({ ok: false, events: [{ event: "parcel.packed" }] });

    await write(
      "src/events.mjs",
      contract("2026-12-01.01", ", weight: z.number().min(0).max(50).optional()", ""),
    );
    expect(await orgEvents("check")).toMatchObject({ code: 1, stdout: expect.stringContaining("minor") });
    await mkdir(join(repository, ".changeset"));
    await write(".changeset/weight.md", '---\n"@acme/warehouse": minor\n---\n\nParcels have a weight.\n');
    expect(await orgEvents("check")).toMatchObject({ code: 0 });
    await manifest("1.1.0");
    expect(await orgEvents("release")).toMatchObject({ code: 0 });
    expect((await readdir(join(repository, "releases"))).sort()).toEqual(["1.0.0.json", "1.1.0.json"]);
    expect(await readdir(installed, { recursive: true })).toEqual(before);
  });

  it("compares with a ref of its git, and says so where there is none", async () => {
    expect(await orgEvents("check", "--against", "HEAD")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("cannot load the events at HEAD"),
    });
    await git("init", "--quiet");
    await git("add", "--all");
    await git("commit", "--quiet", "--message", "Parcels");
    expect(await orgEvents("check", "--against", "HEAD")).toMatchObject({ code: 0 });
    await write(
      "src/events.mjs",
      contract("2026-12-15.01", ", weight: z.number().min(0).max(10)", ", weight: 1"),
    );
    expect(await orgEvents("check", "--against", "HEAD")).toMatchObject({ code: 1 });
    expect(await readdir(repository)).not.toContain(".local");
  });

  it("says in one line which file is not what it should be, and writes nothing where an installer does", async () => {
    await manifest("1.1.0", { catalog: "src/events.mjs" });
    expect(await orgEvents("list")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("package.json"),
    });
    await manifest("1.1.0", { catalogue: "src/none.mjs" });
    expect(await orgEvents("list")).toMatchObject({ code: 2, stderr: expect.stringContaining("none.mjs") });
    await manifest("1.1.0", null);
    expect(await orgEvents("release")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('"org-events"'),
    });
  });
});
