import { existsSync, globSync } from "node:fs";
import { dirname, join } from "node:path";
import type { PlopTypes } from "@turbo/gen";
import { changeset } from "./changeset.ts";
import { addLine } from "./lists.ts";
import { camelCase, kebabCase } from "./words.ts";

/** A workflow: one file with its test and its scenario, and one line in its domain's list. */
export function workflowGenerator(root: string): Partial<PlopTypes.PlopGeneratorConfig> {
  const sources = join(root, "packages/workflows/src");
  return {
    description: "A workflow: a durable function that an event starts",
    prompts: [
      {
        type: "list",
        name: "domain",
        message: "Which domain's?",
        choices: globSync("*/*/workflows.ts", { cwd: sources }).map(dirname).sort(),
      },
      {
        type: "input",
        name: "name",
        message: "Its name, verb first (tell-lost-order):",
        validate: (name: string) =>
          kebabCase(name).includes("-") || "A verb and what it does it to: tell-lost-order",
      },
      { type: "input", name: "event", message: "The event that starts it (order.lost):" },
    ],
    actions: (answers) => {
      const { domain = "", name = "", event = "" } = answers ?? {};
      const [product = ""] = domain.split("/");
      const file = kebabCase(name);
      const constant = camelCase(name);
      const module = `packages/events/src/${product}/${kebabCase(event)}.ts`;
      if (!existsSync(join(root, module))) {
        throw new Error(`${module} is not there: write the event first, with \`pnpm new event\`.`);
      }
      const eventImport = `import { ${camelCase(event)} } from "@org/events/${product}/${kebabCase(event)}";`;
      Object.assign(answers ?? {}, { file, constant, eventImport, eventConstant: camelCase(event) });
      return [
        changeset("@org/workflows", "A new workflow, `{{{file}}}`: say what it does and when."),
        {
          type: "addMany",
          destination: "packages/workflows/src/{{domain}}",
          base: "templates/workflow",
          templateFiles: "templates/workflow/*.hbs",
          globOptions: {},
        },
        () => addLine(join(sources, domain, "workflows.ts"), `export { ${constant} } from "./${file}.ts";`),
      ];
    },
  };
}
