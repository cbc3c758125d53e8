import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { apiOf, functionsOf, versionOf } from "./convex/declarations.ts";

const stores = join(import.meta.dirname, "..");
const copy = join(stores, "node_modules/.cache/convex-generate");

/** Beside the package, so that its modules are found; the tool rewrites the folder it runs in. */
function copyFunctions(): void {
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  for (const path of ["convex", "convex.json", "package.json", "tsconfig.json"])
    cpSync(join(stores, path), join(copy, path), { recursive: true });
  symlinkSync(join(stores, "src"), join(copy, "src"));
  const options = { noEmit: false, declaration: true, emitDeclarationOnly: true };
  const compilerOptions = { ...options, rootDir: ".", outDir: "declarations", preserveSymlinks: true };
  const extended = join(stores, "tsconfig.json");
  const config = { extends: extended, include: ["convex"], compilerOptions };
  writeFileSync(join(copy, "tsconfig.json"), JSON.stringify(config));
}

/** The tool writes what depends on the schema before it asks for a deployment, and fails when it is refused one. */
async function runCodegen(): Promise<void> {
  const nobody = createServer((_request, response) => response.writeHead(400).end("{}"));
  await once(nobody.listen(0, "127.0.0.1"), "listening");
  const { port } = nobody.address() as AddressInfo;
  const settings = `CONVEX_SELF_HOSTED_URL=http://127.0.0.1:${port}\nCONVEX_SELF_HOSTED_ADMIN_KEY=none\n`;
  writeFileSync(join(copy, ".env.local"), settings);
  const tool = spawn(
    process.execPath,
    [join(stores, "node_modules/convex/bin/main.js"), "codegen", "--typecheck", "disable"],
    {
      cwd: copy,
      stdio: "ignore",
    },
  );
  await once(tool, "exit");
  nobody.close();
}

function declarationsOf(modules: readonly string[]): Map<string, string> {
  const { status, stdout } = spawnSync(join(stores, "node_modules/.bin/tsc"), ["-p", "tsconfig.json"], {
    cwd: copy,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`The Convex functions do not compile:\n${stdout}`);
  const read = (name: string) => readFileSync(join(copy, `declarations/convex/${name}.d.ts`), "utf8");
  return new Map(modules.map((name) => [name, read(name)]));
}

/** What the functions import of ours, and what that imports: it is deployed with them. The version is left out, it is made of this. */
function deployedWith(paths: readonly string[]): string[] {
  const found = new Map<string, string>();
  const follow = (path: string, text: string): void => {
    for (const [, imported = ""] of text.matchAll(/from "(\.[^"]+\.ts)"/g)) {
      const target = join(path, "..", imported);
      if (!target.startsWith("src/") || target === "src/convex/version.ts" || found.has(target)) continue;
      const source = readFileSync(join(stores, target), "utf8");
      found.set(target, source);
      follow(target, source);
    }
  };
  for (const path of paths) follow(path, readFileSync(join(stores, path), "utf8"));
  return [...found].toSorted().map(([, source]) => source);
}

function generated(): Map<string, string> {
  const modules = readdirSync(join(stores, "convex"))
    .filter((file) => /^[A-Za-z]+\.ts$/.test(file))
    .map((file) => file.slice(0, -3))
    .toSorted();
  const files = new Map<string, string>();
  for (const file of ["api.js", "dataModel.d.ts", "server.d.ts", "server.js"])
    files.set(`convex/_generated/${file}`, readFileSync(join(copy, "convex/_generated", file), "utf8"));
  const declarations = declarationsOf(modules);
  files.set("convex/_generated/api.d.ts", apiOf(modules.filter((name) => name !== "schema")));
  files.set("convex/functions.d.ts", functionsOf(declarations));
  const sources = modules.map((name) => readFileSync(join(stores, `convex/${name}.ts`), "utf8"));
  sources.push(...deployedWith(modules.map((name) => `convex/${name}.ts`)));
  const fingerprint = createHash("sha256").update(JSON.stringify(sources)).digest("hex").slice(0, 16);
  const path = "src/convex/version.ts";
  files.set(path, versionOf(readFileSync(join(stores, path), "utf8"), fingerprint));
  return files;
}

copyFunctions();
await runCodegen();
const files = generated();
const committed = (path: string) => {
  try {
    return readFileSync(join(stores, path), "utf8");
  } catch {
    return undefined;
  }
};
const stale = [...files].filter(([path, text]) => committed(path) !== text);
if (process.argv.includes("--check")) {
  if (stale.length > 0) {
    const paths = stale.map(([path]) => `  packages/stores/${path}`).join("\n");
    process.stderr.write(
      `These do not follow from the Convex functions. Run pnpm --filter @org/stores convex:generate:\n${paths}\n`,
    );
    process.exitCode = 1;
  }
} else {
  for (const [path, text] of stale) {
    mkdirSync(join(stores, path, ".."), { recursive: true });
    writeFileSync(join(stores, path), text);
  }
}
