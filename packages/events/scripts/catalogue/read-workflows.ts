import { readFile } from "node:fs/promises";
import * as z from "zod";

const fileSchema = z.object({
  functions: z.array(
    z.object({
      ...{ id: z.string(), app: z.string(), emits: z.array(z.string()), waitsFor: z.array(z.string()) },
      triggers: z.array(z.object({ event: z.string().optional(), if: z.string().optional() })),
    }),
  ),
  senders: z.record(z.string(), z.array(z.string())),
});

/** The workflows of `functions.json`, and who sends each event. */
export type Workflows = z.infer<typeof fileSchema>;
export type Workflow = Workflows["functions"][number];

/** @throws Error that says how the file is written */
export async function readWorkflows(file: string): Promise<Workflows> {
  const workflows = fileSchema.safeParse(JSON.parse(await readFile(file, "utf8")));
  if (workflows.success) return workflows.data;
  throw new Error(`${file} is no graph of workflows: write it again with pnpm workflows graph.`);
}

/** Those that an event starts, or that wait for it. */
export function actingOn({ functions }: Workflows, event: string): Workflow[] {
  return functions.filter(
    ({ triggers, waitsFor }) =>
      triggers.some((trigger) => trigger.event === event) || waitsFor.includes(event),
  );
}
