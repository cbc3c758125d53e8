const head = "/* Written by `pnpm --filter @org/stores convex:generate`. */\n";

/** `_generated/api.d.ts` as the tool writes it for a deployment; without one it writes a file that knows no function. */
export function apiOf(modules: readonly string[]): string {
  const imports = modules.map((name) => `import type * as ${name} from "../${name}.js";`);
  const members = modules.map((name) => `  ${name}: typeof ${name};`);
  return `${head}
${imports.join("\n")}

import type { ApiFromModules, FilterApi, FunctionReference } from "convex/server";

declare const fullApi: ApiFromModules<{
${members.join("\n")}
}>;

export declare const api: FilterApi<typeof fullApi, FunctionReference<any, "public">>;
export declare const internal: FilterApi<typeof fullApi, FunctionReference<any, "internal">>;
export declare const components: {};
`;
}

const registered =
  /export declare const (\w+): (import\("convex\/server"\)\.Registered[\s\S]*?Promise<[\s\S]*?>>;)/g;

/** The public functions with their arguments and results, and nothing that their sources import. */
export function functionsOf(declarations: ReadonlyMap<string, string>): string {
  const modules = [...declarations].flatMap(([name, text]) => {
    const functions = [...text.matchAll(registered)].map(([, member, type]) => `    ${member}: ${type}`);
    return functions.length > 0 ? [`  ${name}: {\n${functions.join("\n")}\n  };`] : [];
  });
  return `${head}
import type { ApiFromModules, FilterApi, FunctionReference } from "convex/server";

/** What adapters may call; the sources lie outside of what is published. */
export type Functions = FilterApi<ApiFromModules<Modules>, FunctionReference<any, "public">>;

interface Modules {
${modules.join("\n")}
}
`;
}

/** The same text while nothing changed; otherwise the next version. */
export function versionOf(text: string, fingerprint: string): string {
  if (text.includes(`fingerprint: ${fingerprint}.`)) return text;
  const version = Number(/deployedVersion = (\d+)/.exec(text)?.[1] ?? 0) + 1;
  return `/**
 * Rises with each change of the functions or their tables, of which this is the fingerprint: ${fingerprint}.
 * Written by \`pnpm --filter @org/stores convex:generate\`.
 */
export const deployedVersion = ${version};
`;
}
