import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Run, runnerIn } from "../packed-consumer.ts";

export type Manager = "npm" | "pnpm";

export interface Compiler {
  /** Of TypeScript, as it is installed beside the others. */
  name: "ts5" | "ts6" | "ts7";
  resolution: "nodenext" | "bundler";
}

export const compilers: readonly Compiler[] = (["ts5", "ts6", "ts7"] as const).flatMap((name) =>
  (["nodenext", "bundler"] as const).map((resolution) => ({ name, resolution })),
);

/** Another team's program, outside the workspace. */
export interface Consumer {
  run: Run;
  /** Installs as the manifest says, and reads which version of the events it got. */
  install(...what: string[]): Promise<string>;
  write(file: string, text: string): Promise<void>;
  /** @throws Error with what the compiler said */
  compile(compiler: Compiler): Promise<void>;
}

/** @param dependencies beside zod and the compilers */
export async function createConsumer(
  folder: string,
  manager: Manager,
  { dependencies, settings }: { dependencies: Record<string, string>; settings: string },
): Promise<Consumer> {
  await mkdir(join(folder, "src"), { recursive: true });
  const run = runnerIn(folder);
  const write = (file: string, text: string) => writeFile(join(folder, file), text);
  const typescript = {
    ts5: "npm:typescript@~5.9.3",
    ts6: "npm:typescript@~6.0.3",
    ts7: "npm:typescript@7.0.2",
  };
  const devDependencies = { ...typescript, "@types/node": "^24.0.0" };
  const manifest = { name: "consumer", private: true, type: "module", dependencies, devDependencies };
  await write("package.json", JSON.stringify(manifest, null, 2));
  await write(".npmrc", settings);
  await write("pnpm-workspace.yaml", "packages: []\nallowBuilds:\n  esbuild: false\n  protobufjs: false\n");
  const options = { target: "es2023", strict: true, skipLibCheck: true, noEmit: true, types: ["node"] };
  await write("tsconfig.json", JSON.stringify({ compilerOptions: options, include: ["src"] }));
  return {
    run,
    write,
    async install(...what) {
      // What a registry was asked before is kept: who wants a version that is new asks again.
      const fresh = what.length > 0 ? [] : ["--prefer-offline"];
      const quiet = manager === "npm" ? ["--no-audit", "--no-fund"] : [];
      const command = what.length > 0 && manager === "pnpm" ? "add" : "install";
      await run(manager, command, ...fresh, ...quiet, ...what);
      const installed: { version: string } = JSON.parse(
        await readFile(join(folder, "node_modules/@org/events/package.json"), "utf8"),
      );
      return installed.version;
    },
    async compile({ name, resolution }) {
      const module = resolution === "nodenext" ? "nodenext" : "esnext";
      const flags = ["-p", "tsconfig.json", "--module", module, "--moduleResolution", resolution];
      await run(process.execPath, join("node_modules", name, "bin/tsc"), ...flags);
    },
  };
}
