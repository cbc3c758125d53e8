import { globSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { PlopTypes } from "@turbo/gen";
import { changeset } from "./changeset.ts";
import { addLine, foldersWith } from "./lists.ts";
import { copyOf, modelNames, namesOf } from "./vendor-copy.ts";
import { listVendor } from "./vendor-lists.ts";
import { wordsOf } from "./words.ts";

const parts = [
  ["adapter", ".ts"],
  ["definition", ".vendor.ts"],
  ["bench", ".bench.ts"],
] as const;

/**
 * A vendor: its adapter with what configures and what tests it, and one line in its capability's registry. It begins as
 * a copy of a vendor that is there, before that one's emulator, so that it keeps the port's contract from the first.
 */
export function vendorGenerator(root: string): Partial<PlopTypes.PlopGeneratorConfig> {
  const sources = join(root, "packages/integrations/src");
  const vendorsOf = (capability: string) =>
    globSync(join(sources, capability, "*.vendor.ts"))
      .map((path) => basename(path, ".vendor.ts"))
      .sort();
  return {
    description: "A vendor: one adapter behind a port that is there",
    prompts: [
      {
        type: "list",
        name: "capability",
        message: "What can it do?",
        choices: foldersWith(sources, "registry.ts"),
      },
      {
        type: "input",
        name: "name",
        message: "Its name, as people write it (Acme Push):",
        validate: (name: string) => wordsOf(name).length > 0 || "A name of letters and digits.",
      },
      {
        type: "input",
        name: "model",
        message: ({ capability }: { capability: string }) =>
          `It begins as a copy of a vendor that it is like (${vendorsOf(capability).join(", ")}):`,
      },
    ],
    actions: (answers) => {
      const { capability = "", name = "", model = "" } = answers ?? {};
      if (!vendorsOf(capability).includes(model)) {
        throw new Error(`${capability} has no vendor ${model}. It has ${vendorsOf(capability).join(", ")}.`);
      }
      const folder = join(sources, capability);
      const to = namesOf(name);
      const from = modelNames(model, readFileSync(join(folder, `${model}.vendor.ts`), "utf8"));
      Object.assign(answers ?? {}, { file: to.file });
      return [
        changeset("@org/integrations", `A new vendor of ${capability}, ${name}.`),
        ...parts.map(([part, ending]) => () => {
          const path = join(folder, `${to.file}${ending}`);
          const text = readFileSync(join(folder, `${from.file}${ending}`), "utf8");
          writeFileSync(path, copyOf(part, text, from, to), { flag: "wx" });
          return path;
        }),
        () =>
          addLine(join(folder, "registry.ts"), `export { ${to.constant} } from "./${to.file}.vendor.ts";`),
        () => listVendor(root, capability, from, to),
      ];
    },
  };
}
