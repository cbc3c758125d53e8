import { globSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { PlopTypes } from "@turbo/gen";
import { changeset } from "./changeset.ts";
import { camelCase, kebabCase } from "./words.ts";

/** What a product's people and stores are called; a new command begins by asking whether somebody is known. */
const products: Record<string, { stores: string; bench: string; people: string }> = {
  mohallamart: { stores: "MohallaMartStores", bench: "mohallaMart", people: "users" },
  "ten-ocean": { stores: "TenOceanStores", bench: "tenOcean", people: "residents" },
};

/** A command: one file with its test, and one line in its product's index, with the import that it needs. */
export function commandGenerator(root: string): Partial<PlopTypes.PlopGeneratorConfig> {
  const sources = join(root, "packages/commands/src");
  return {
    description: "A command: what a person may ask for",
    prompts: [
      {
        type: "list",
        name: "domain",
        message: "Which domain's?",
        choices: [
          ...new Set(globSync(`{${Object.keys(products).join()}}/*/*.ts`, { cwd: sources }).map(dirname)),
        ].sort(),
      },
      {
        type: "input",
        name: "name",
        message: "Its name, verb first (report-lost-parcel):",
        validate: (name: string) =>
          kebabCase(name).includes("-") || "A verb and what it does it to: report-lost-parcel",
      },
    ],
    actions: (answers) => {
      const { domain = "", name = "" } = answers ?? {};
      const [product = ""] = domain.split("/");
      const file = kebabCase(name);
      const constant = camelCase(name);
      Object.assign(answers ?? {}, { file, constant, product, ...products[product] });
      return [
        changeset("@org/commands", "A new command, `{{{file}}}`: say who may ask for what."),
        {
          type: "addMany",
          destination: "packages/commands/src/{{domain}}",
          base: "templates/command",
          templateFiles: "templates/command/*.hbs",
          globOptions: {},
        },
        () => {
          const path = join(sources, product, "index.ts");
          const [, folder = ""] = domain.split("/");
          writeFileSync(path, withCommand(readFileSync(path, "utf8"), constant, `./${folder}/${file}.ts`));
          return `${path}: ${constant}: ${constant}(ports),`;
        },
      ];
    },
  };
}

/** A product's index with one command more; the formatter puts the import in its place. */
export function withCommand(index: string, constant: string, module: string): string {
  const line = `    ${constant}: ${constant}(ports),`;
  if (index.includes(line)) return index;
  const end = index.lastIndexOf("\n  };");
  if (end === -1) throw new Error("The index does not end with the object of its commands.");
  return `import { ${constant} } from "${module}";\n${index.slice(0, end)}\n${line}${index.slice(end)}`;
}
