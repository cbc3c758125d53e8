import { readFileSync } from "node:fs";
import { join } from "node:path";
import { validate } from "dockerfile-utils";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readManifest, root } from "../repository.ts";
import { commandOf, stagesOf } from "./dockerfile.ts";

const read = (path: string) => readFileSync(join(root, path), "utf8");
const { packageManager = "", devDependencies = {} } = readManifest();

describe.each(["worker", "web"])("the Dockerfile of the %s", (app) => {
  const file = `apps/${app}/Dockerfile`;
  const stages = stagesOf(file);
  const image = stages.at(-1)?.lines ?? [];
  const all = stages.flatMap(({ lines }) => lines);
  const last = (keyword: string) => image.findLast((line) => line.keyword === keyword);

  it("has nothing that a linter of Dockerfiles finds", () => {
    expect(validate(read(file)).map(({ message }) => message)).toEqual([]);
  });

  it("begins with one image, by its digest", () => {
    const names = new Set(stages.map(({ name }) => name));
    const bases = stages.map(({ from }) => from).filter((from) => !names.has(from));
    expect(bases).toEqual([expect.stringMatching(/^node:[\d.]+-[\w-]+@sha256:[0-9a-f]{64}$/)]);
  });

  it("runs as somebody who is not root, checks itself, and starts without a shell", () => {
    expect(last("USER")?.words).toEqual(["node"]);
    const after = image.slice(image.findIndex(({ keyword }) => keyword === "USER") + 1);
    expect(after.map(({ keyword }) => keyword)).toEqual(["EXPOSE", "HEALTHCHECK", "CMD"]);
    for (const line of after.slice(1)) expect(commandOf(line)[0]).toBe("node");
    expect(last("HEALTHCHECK")?.text).toContain("/health/live");
  });

  it("takes the sources into the image in no way but through what was built of them", () => {
    expect(image.filter(({ keyword, flags }) => keyword === "COPY" && flags.from === undefined)).toEqual([]);
    expect(all.filter(({ keyword }) => keyword === "ADD")).toEqual([]);
  });

  it("builds with the repository's versions, from its lockfile, in its own folder", () => {
    const runs = all.filter(({ keyword }) => keyword === "RUN").map(({ text }) => text);
    const tools = runs.flatMap((text) => text.match(/\b(?:pnpm|turbo)@[\d.]+\d/g) ?? []);
    expect(new Set(tools)).toEqual(new Set([packageManager, `turbo@${devDependencies.turbo}`]));
    for (const text of runs.filter((each) => / install\b/.test(each)))
      expect(text).toContain("--frozen-lockfile");
    for (const text of runs)
      expect(text, "An absolute path is another one without Docker.").not.toMatch(/(^|\s)\//);
  });
});

it("the worker's image has its bundle, and of our packages nothing beside it", () => {
  const copied = stagesOf("apps/worker/Dockerfile")
    .at(-1)
    ?.lines.filter(({ keyword, flags }) => keyword === "COPY" && flags.from === "built")
    .map(({ words }) => words.at(-1));
  expect(copied).toEqual(["apps/worker/dist/"]);
});

interface Service {
  image: string;
  build?: { context: string; dockerfile: string };
  command?: string[];
  env_file?: string;
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  ports?: string[];
  environment?: Record<string, string>;
  /** As `name:/path`. */
  volumes?: string[];
}

/** The variables of `.env.example` that name a folder, by the apps that its section says have it. */
function foldersOf(app: "worker" | "web"): string[] {
  const sections = read(".env.example").split(/^# --- .+$/m);
  const own = sections.filter((section) => new RegExp(`^# [^.]*\\b${app}\\b`).test(section.trim()));
  return own.flatMap((section) => section.match(/^[A-Z_]+_DIR(?==)/gm) ?? []);
}

describe("the self-hosted set", () => {
  const text = read("compose.yaml");
  const set: { services: Record<string, Service> } = parse(text, { merge: true });
  const services = Object.entries(set.services);

  it("takes every image of others in a version, and builds ours from their Dockerfiles", () => {
    const built = new Set(services.filter(([, { build }]) => build).map(([, { image }]) => image));
    for (const [name, { image, build }] of services) {
      if (build) expect(read(build.dockerfile), name).toContain("FROM node:");
      else if (!built.has(image)) expect(image, name).toMatch(/^[\w./-]+:v?\d+[\w.-]*$/);
    }
  });

  it("runs what is ours without a writable file system and without privileges", () => {
    const ours = services.filter(([, { image }]) => image.startsWith("platform-"));
    expect(ours.map(([name]) => name).toSorted()).toEqual(["migrate", "sync", "web", "worker"]);
    for (const [, service] of ours)
      expect(service).toMatchObject({ env_file: ".env", read_only: true, cap_drop: ["ALL"] });
    for (const [, { security_opt }] of services) expect(security_opt).toEqual(["no-new-privileges:true"]);
  });

  it("keeps what an app writes into a folder in a volume, the same one for both apps that share the folder", () => {
    expect(foldersOf("worker")).toEqual(["ARCHIVE_DIR", "PICTURES_DIR"]);
    expect(foldersOf("web")).toEqual(["PICTURES_DIR"]);
    const volumeOf = (app: "worker" | "web", variable: string) => {
      const { environment = {}, volumes = [] } = set.services[app] ?? {};
      return volumes.find((volume) => volume.endsWith(`:${environment[variable] || "?"}`));
    };
    for (const app of ["worker", "web"] as const) {
      const made = stagesOf(`apps/${app}/Dockerfile`)
        .at(-1)
        ?.lines.find(({ keyword }) => keyword === "RUN");
      for (const variable of foldersOf(app)) {
        const [, folder] = /^[\w-]+:\/app\/(\w+)$/.exec(volumeOf(app, variable) ?? "") ?? [];
        expect(folder, `${variable} of the ${app} lies in a volume`).toBeDefined();
        expect(made?.text, `the image of the ${app} has that folder, for everybody to write in`).toMatch(
          new RegExp(`^mkdir --mode=1777 .*\\b${folder}\\b`),
        );
      }
    }
    expect(volumeOf("web", "PICTURES_DIR")).toBe(volumeOf("worker", "PICTURES_DIR"));
  });

  it("is reached from outside at its proxy alone", () => {
    const open = services.flatMap(([name, { ports = [] }]) =>
      ports.filter((port) => !port.startsWith("127.0.0.1:")).map(() => name),
    );
    expect([...new Set(open)]).toEqual(["proxy"]);
  });

  it("names no variable that .env does not have, and no command that the worker does not", () => {
    const example = read(".env.example");
    const known = [...example.matchAll(/^([A-Z][A-Z0-9_]*)=/gm)].map(([, name]) => name);
    const used = [...text.matchAll(/\$\{([A-Z0-9_]+)/g)].map(([, name]) => name);
    expect(used.filter((name) => !known.includes(name) && name !== "POSTGRES_PASSWORD")).toEqual([]);
    const usage = read("apps/worker/src/cli.ts");
    for (const [, { command = [] }] of services)
      if (command[1] === "apps/worker/dist/cli.js")
        expect(usage).toMatch(new RegExp(`^ {2}${command[2]} `, "m"));
  });
});
