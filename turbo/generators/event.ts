import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PlopTypes } from "@turbo/gen";
import { changeset } from "./changeset.ts";
import { addLine, foldersWith } from "./lists.ts";
import { camelCase, kebabCase, wordsOf } from "./words.ts";

/** An event: one file, and one line in its product's index. */
export function eventGenerator(root: string): Partial<PlopTypes.PlopGeneratorConfig> {
  const sources = join(root, "packages/events/src");
  return {
    description: "An event: a named, versioned contract",
    prompts: [
      {
        type: "list",
        name: "product",
        message: "Which product's?",
        choices: foldersWith(sources, "index.ts").filter((name) => name !== "internal"),
      },
      {
        type: "input",
        name: "event",
        message: "Its name, as it is sent (order.lost, forum/post.deleted):",
        validate: (name: string) => wordsOf(name).length > 1 || "A subject and what became of it: order.lost",
      },
    ],
    actions: (answers) => {
      const { product = "", event = "" } = answers ?? {};
      const file = kebabCase(event);
      const [category = ""] = wordsOf(event);
      Object.assign(answers ?? {}, {
        file,
        category,
        constant: camelCase(event),
        owner: ownerOf(join(sources, product), category),
        today: new Date().toISOString().slice(0, 10),
      });
      return [
        changeset("@org/events", "A new event, `{{{event}}}`."),
        {
          type: "add",
          path: "packages/events/src/{{product}}/{{file}}.ts",
          templateFile: "templates/event.ts.hbs",
        },
        () =>
          addLine(join(sources, product, "index.ts"), `export { ${camelCase(event)} } from "./${file}.ts";`),
      ];
    },
  };
}

/** Whoever owns the category's other events. */
function ownerOf(folder: string, category: string): string {
  for (const file of readdirSync(folder)) {
    const text = readFileSync(join(folder, file), "utf8");
    const [, owner] = text.includes(`category: "${category}"`) ? (/owner: "(.+?)"/.exec(text) ?? []) : [];
    if (owner) return owner;
  }
  return category;
}
