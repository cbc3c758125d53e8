import { globSync } from "node:fs";
import { join } from "node:path";
import { type ComponentType, createElement, type ReactElement } from "react";

/** An email template: a component of a `*-email.tsx` file whose name ends in `Email`. */
export interface EmailTemplate {
  /** As in addresses: `mohallamart/users/welcome`. */
  name: string;
  /** The component: `WelcomeEmail`. */
  component: string;
  /** The template with the data of its `PreviewProps`; undefined when it has none. */
  example: ReactElement | undefined;
}

const sources = join(import.meta.dirname, "..");

/** Every template of both products, by name. `load` imports a file of ours, by its absolute path. */
export async function emailTemplates(load: (file: string) => Promise<object>): Promise<EmailTemplate[]> {
  const files = globSync("**/*-email.tsx", { cwd: sources }).toSorted();
  const found = await Promise.all(
    files.map(async (file) => {
      const exported = Object.entries(await load(join(sources, file)));
      return exported.flatMap(([component, value]) =>
        isTemplate(component, value)
          ? [{ name: file.replace(/-email\.tsx$/, ""), component, example: exampleOf(value) }]
          : [],
      );
    }),
  );
  return found.flat();
}

type Template = ComponentType<object> & { PreviewProps?: object };

/** Workflows that send an email have such a file name as well; what they export begins with a small letter. */
function isTemplate(name: string, value: unknown): value is Template {
  return /^[A-Z]\w*Email$/.test(name) && typeof value === "function";
}

function exampleOf(template: Template): ReactElement | undefined {
  return template.PreviewProps && createElement(template, template.PreviewProps);
}
