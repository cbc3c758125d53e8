/**
 * A function as data: it can be turned into a function of the SDK, played by the model, made smaller, and kept in a
 * file. Times are whole seconds, names are short and unique within a program.
 */
export interface Program {
  /** Checkpointing's setting, as the SDK takes it. */
  checkpointing: boolean | { bufferedSteps: number };
  retries: number;
  /** False asks for version 1 of the protocol. */
  optimizeParallelism: boolean;
  body: Node[];
  /** What invoke steps call; these have no children of their own. */
  children: Omit<Program, "children" | "script">[];
  /** What happens from outside, in the order of time. */
  script: { at: number; does: { event: string } | "cancel" }[];
}

/** How something fails: for good, or in a way that asks for another attempt, after a time or on the usual schedule. */
export interface Failing {
  /** Tries that fail before one succeeds. */
  times: number;
  how: "error" | "final" | "after";
}

export type Node =
  | { kind: "run"; id: string; failing?: Failing }
  /** One id, used several times in sequence. */
  | { kind: "repeat"; id: string; times: number }
  | { kind: "sleep"; id: string; seconds: number }
  | { kind: "wait"; id: string; event: string; seconds: number }
  | { kind: "invoke"; id: string; child: number; seconds?: number }
  | { kind: "send"; id: string; event: string }
  /** The body throws outside any step, on the attempts of a call before `times`. */
  | ({ kind: "throw"; message: string } & Failing)
  | { kind: "try"; body: Node[] }
  | { kind: "group"; combine: "all" | "race"; raceMode: boolean; branches: Node[][] };

/** The event that cancels the program's runs. */
export const stopEvent = "stop";

/** The seconds that a failure of the kind "after" asks for. */
export const retryAfterSeconds = 7;

/**
 * Runs that begin at the same moment start in no order to rely on. Each has a priority of its own, of milliseconds, so
 * that their order is known: the program's run comes first, then what later invoke steps started.
 */
export const mainPriority = 500;

/** The milliseconds by which a run that this step invokes goes ahead. */
export const invokedPriority = (stepId: string) => 2 * (1 + Number(stepId.slice(1)));

/** Every name that a step of these nodes can have; the second use of an id is `id:1`. */
export function stepNames(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => {
    switch (node.kind) {
      case "throw":
        return [];
      case "try":
        return stepNames(node.body);
      case "group":
        return node.branches.flatMap(stepNames);
      case "repeat":
        return Array.from({ length: node.times }, (_value, index) =>
          index === 0 ? node.id : `${node.id}:${index}`,
        );
      default:
        return [node.id];
    }
  });
}
