import type { EventDefinition } from "../../src/internal/define-event.ts";
import { eventSlug } from "../../src/internal/event-slug.ts";
import { type Compiled, compile } from "./compile.ts";
import { compileQuick } from "./quick.ts";
import { rules } from "./rules.ts";
import { isAlwaysSmall } from "./size.ts";

/** A module that the build writes for one event. */
interface CompiledModule {
  /** Under `dist`, without an ending. */
  path: string;
  code: string;
  declarations: string;
}

const openChecks: ReadonlySet<string> = new Set(["either", "named"]);
const checkModule = (helper: string) =>
  `internal/compiled/${openChecks.has(helper) ? "open-checks" : "checks"}.js`;
const quickCheckModule = (helper: string) => {
  if (helper === "isStorable") return "text.js";
  return `internal/compiled/${openChecks.has(helper) ? "open-quick-checks" : "quick-checks"}.js`;
};

/** What makes up `@org/events/browser/<catalogue>/<event>`. */
export function browserModule(catalogue: string, definition: EventDefinition): CompiledModule {
  const { slug, name, about } = namesOf(catalogue, definition);
  const { schema, summary } = definition;
  const quick = compileQuick(schema, rules);
  const isSmall = isAlwaysSmall(schema);
  const fits = 'import { fits } from "../../internal/compiled/open-quick-checks.js";\n';
  const contract = `async()=>(await import("../../compiled/${catalogue}/${slug}.js")).${name}`;
  return {
    path: `browser/${catalogue}/${slug}`,
    code: `${imports("browser-event", "browserEvent", quick, quickCheckModule)}${isSmall ? "" : fits}
export const ${name} = /* @__PURE__ */ browserEvent(${isSmall ? about : `{...${about},fits}`}, ${quick.code}, ${contract});
`,
    declarations: declarations("browser-event", "BrowserEvent", { catalogue, slug, name, summary }),
  };
}

/** What makes up `@org/events/compiled/<catalogue>/<event>`. */
export function compiledModule(catalogue: string, definition: EventDefinition): CompiledModule {
  const { slug, name, about } = namesOf(catalogue, definition);
  const { event, schema, summary } = definition;
  const compiled = compile(event, schema, rules);
  const isSmall = isAlwaysSmall(schema);
  return {
    path: `compiled/${catalogue}/${slug}`,
    code: `${imports("compiled-event", "compiledEvent", compiled, checkModule)}${isSmall ? "" : 'import { tooLarge } from "../../internal/event-size.js";\n'}
export const ${name} = /* @__PURE__ */ compiledEvent(${isSmall ? about : `{...${about},tooLarge}`}, ${compiled.code});
`,
    declarations: declarations("compiled-event", "CompiledEvent", { catalogue, slug, name, summary }),
  };
}

function namesOf(catalogue: string, { event, version, key, revision }: EventDefinition) {
  const slug = eventSlug(catalogue, event);
  const name = slug.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const about = JSON.stringify({ event, version, key: key && [...key, ...(revision ? [revision] : [])] });
  return { slug, name, about };
}

interface Declared {
  catalogue: string;
  slug: string;
  name: string;
  summary: string;
}

function declarations(module: string, type: string, { catalogue, slug, name, summary }: Declared): string {
  return `import type { ${type} } from "../../internal/compiled/${module}.js";
import type { ${name} as definition } from "../../${catalogue}/${slug}.js";

/** ${summary.replaceAll("*/", "* /")} */
export declare const ${name}: ${type}<typeof definition>;
`;
}

function imports(
  module: string,
  make: string,
  { helpers, rules: used }: Compiled,
  moduleOf: (helper: string) => string,
): string {
  const files = new Map<string, string[]>([[`internal/compiled/${module}.js`, [make]]]);
  const add = (file: string, name: string) => files.set(file, [...(files.get(file) ?? []), name]);
  for (const helper of helpers) add(moduleOf(helper), helper);
  for (const { module, name } of used) add(module, name);
  return [...files].map(([file, names]) => `import { ${names.join(", ")} } from "../../${file}";\n`).join("");
}
