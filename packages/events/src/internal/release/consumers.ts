import * as z from "zod";

/** The part of `pnpm workflows graph`'s file that is read here. */
const functionsFileSchema = z.object({
  functions: z.array(
    z.object({
      id: z.string(),
      triggers: z.array(z.object({ event: z.string().optional() })),
      waitsFor: z.array(z.string()),
    }),
  ),
});

export interface Consumer {
  workflow: string;
  how: "is triggered by" | "waits for";
}

/**
 * Which workflows an event reaches, by event name.
 * @throws ZodError when the file is not what `pnpm workflows graph` writes
 */
export function consumersByEvent(functionsFile: unknown): Map<string, Consumer[]> {
  const consumers = new Map<string, Consumer[]>();
  const add = (event: string, consumer: Consumer) =>
    consumers.set(event, [...(consumers.get(event) ?? []), consumer]);
  for (const { id, triggers, waitsFor } of functionsFileSchema.parse(functionsFile).functions) {
    const triggering = new Set(triggers.flatMap(({ event }) => event ?? []));
    for (const event of triggering) add(event, { workflow: id, how: "is triggered by" });
    for (const event of new Set(waitsFor)) add(event, { workflow: id, how: "waits for" });
  }
  return consumers;
}
