import type { EventData } from "@org/events";
import type { notificationEmailRequested } from "@org/events/mohallamart/notification-email-requested";
import { NonRetriableError } from "inngest";
import type * as z from "zod";
import type { NoMessage } from "../../deliver.ts";

/** What a message is to be written from, over whichever channel: its template's name, and flat data. */
export type MessageContent = Pick<EventData<typeof notificationEmailRequested>, "template" | "data">;

/** One kind of message over one channel: how it is addressed and put into words. */
export interface MessageTemplate<Task extends { data: unknown }, Written> {
  /** As the request for it names it. */
  name: string;
  /**
   * Links that only the reader has stand as `orderUrl` and `stopUrl`: they are put in when the message leaves.
   * @throws NonRetriableError when the data is not what this template needs, or names what does not exist.
   */
  write(task: Task): Promise<Written | NoMessage>;
}

interface Declared<Task, Written, Data> {
  name: string;
  data: z.ZodType<Data, Data>;
  write(task: Omit<Task, "data"> & { data: Data }): Promise<Written | NoMessage>;
}

/** A declared template that checks its data, and the content by which it is asked for. */
export function checkedTemplate<Task extends { data: unknown }, Written, Data extends MessageContent["data"]>(
  kind: string,
  { name, data: schema, write }: Declared<Task, Written, Data>,
): MessageTemplate<Task, Written> & { of(data: Data): MessageContent } {
  return {
    name,
    of: (data) => ({ template: name, data }),
    write: async (task) => {
      const parsed = schema.safeParse(task.data);
      if (parsed.success) return write({ ...task, data: parsed.data });
      const fields = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
      throw new NonRetriableError(
        `The data of the ${kind} ${name} is not what its template needs: ${fields.join("; ")}. Correct who asks for it.`,
      );
    },
  };
}

/** Finds one of a channel's templates by its name. @throws NonRetriableError for a template that nobody has written. */
export function templateFinder<Template extends { name: string }>(
  kind: string,
  templates: readonly Template[],
): (name: string) => Template {
  const byName = new Map(templates.map((template) => [template.name, template]));
  return (name) => {
    const found = byName.get(name);
    if (found) return found;
    const known = [...byName.keys()].join(", ");
    throw new NonRetriableError(
      `There is no ${kind} ${name}; there are: ${known}. Correct who asks for it, or add the template.`,
    );
  };
}
