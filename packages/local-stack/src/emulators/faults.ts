import * as z from "zod";

/** What goes wrong with the next requests to a vendor. Times are milliseconds unless said otherwise. */
export const faultSchema = z.strictObject({
  /** Answer with this status in the vendor's error format; the request has no effect. */
  status: z.int().min(400).max(599).optional(),
  /** `Retry-After` in seconds; with `status`. */
  retryAfter: z.number().nonnegative().optional(),
  /** Wait this long before answering; without `status` the request has had its effect by then. */
  delay: z.int().nonnegative().max(600_000).optional(),
  /** Break the connection in the middle of the answer; the request has had its effect. */
  cut: z.boolean().optional(),
  /** Break the connection without an answer; the request has no effect. */
  drop: z.boolean().optional(),
  /** Answer 200 with JSON that ends too early; the request has had its effect. */
  malformed: z.boolean().optional(),
  /** Hits only requests whose body holds this, such as an address; one about several hits those that go with it. */
  about: z.string().min(1).optional(),
  /** How many requests it hits. */
  times: z.int().positive().default(1),
});

export type Fault = z.input<typeof faultSchema>;
export type PendingFault = z.output<typeof faultSchema>;

export interface FaultQueue {
  /** @throws ZodError when the fault is not one of the described kinds. */
  add(fault: Fault): void;
  /** The fault that hits this request, if any; `body` is asked for only where a fault is about something. */
  take(body: () => Promise<string>): Promise<PendingFault | undefined>;
  pending(): readonly PendingFault[];
  clear(): void;
}

/** Faults in the order in which they were asked for. `changed` is called after each change of them. */
export function faultQueue(changed: () => void): FaultQueue {
  let queue: PendingFault[] = [];
  return {
    add(fault) {
      queue.push(faultSchema.parse(fault));
      changed();
    },
    async take(body) {
      const read = queue.some(({ about }) => about !== undefined) ? await body() : "";
      const fault = queue.find(({ about }) => about === undefined || read.includes(about));
      if (!fault) return undefined;
      const left = fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : [];
      queue = queue.flatMap((each) => (each === fault ? left : [each]));
      changed();
      return fault;
    },
    pending: () => queue,
    clear() {
      queue = [];
      changed();
    },
  };
}
