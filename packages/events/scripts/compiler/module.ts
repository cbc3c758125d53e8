import type { EventDefinition } from "../../src/internal/define-event.ts";
import { eventSlug } from "../../src/internal/event-slug.ts";
import { type Compiled, compile } from "./compile.ts";
import { rules } from "./rules.ts";
import { isAlwaysSmall } from "./size.ts";

/** What makes up `@org/events/compiled/<catalogue>/<event>`. */
interface CompiledModule {
  /** Under `dist/compiled`, without an ending. */
  path: string;
  code: string;
  declarations: string;
}

const openChecks: ReadonlySet<string> = new Set(["either", "named"]);

export function compiledModule(catalogue: string, definition: EventDefinition): CompiledModule {
  const slug = eventSlug(catalogue, definition.event);
  const name = slug.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const compiled = compile(definition.event, definition.schema, rules);
  const { event, version, key, revision, schema } = definition;
  const written = { event, version, key: key && [...key, ...(revision ? [revision] : [])] };
  const isSmall = isAlwaysSmall(schema);
  const about = isSmall ? JSON.stringify(written) : `{...${JSON.stringify(written)},tooLarge}`;
  return {
    path: `${catalogue}/${slug}`,
    code: `${imports(compiled)}${isSmall ? "" : 'import { tooLarge } from "../../internal/event-size.js";\n'}
export const ${name} = /* @__PURE__ */ compiledEvent(${about}, ${compiled.code});
`,
    declarations: `import type { CompiledEvent } from "../../internal/compiled/compiled-event.js";
import type { ${name} as definition } from "../../${catalogue}/${slug}.js";

/** ${definition.summary.replaceAll("*/", "* /")} */
export declare const ${name}: CompiledEvent<typeof definition>;
`,
  };
}

function imports({ helpers, rules: used }: Compiled): string {
  const files = new Map<string, string[]>([["internal/compiled/compiled-event.js", ["compiledEvent"]]]);
  const add = (file: string, name: string) => files.set(file, [...(files.get(file) ?? []), name]);
  for (const helper of helpers) {
    add(`internal/compiled/${openChecks.has(helper) ? "open-checks" : "checks"}.js`, helper);
  }
  for (const { module, name } of used) add(module, name);
  return [...files].map(([file, names]) => `import { ${names.join(", ")} } from "../../${file}";\n`).join("");
}
