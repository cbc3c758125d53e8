import type { PlopTypes } from "@turbo/gen";

/** Describes the addition for the next release of the package; the words are there to be bettered. */
export function changeset(packageName: string, summary: string): PlopTypes.AddActionConfig {
  return {
    type: "add",
    path: ".changeset/new-{{file}}.md",
    template: `---\n"${packageName}": minor\n---\n\n${summary}\n`,
  };
}
