import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "@org/integrations/log";
import type { HealthProbe } from "./port.ts";

type DependencyStatus = "ok" | "slow" | "away";

export interface Dependency {
  /** Whether nothing works without it; what is not needed is told, and makes nobody unready. */
  isNeeded: boolean;
  /** A rejection means `away`. */
  ask(): Promise<DependencyStatus>;
}

/** Says of each part how it does and nothing of whose data, which machine or which key, so that anybody may read it. */
interface ReadinessReport {
  status: "ready" | "unready";
  dependencies: Record<string, DependencyReport>;
}

interface DependencyReport {
  status: DependencyStatus;
  /** Whole milliseconds until its answer, or until it was given up. */
  milliseconds: number;
  needed: boolean;
}

export interface ReadinessOptions {
  /** By the name under which each is told. */
  dependencies: Readonly<Record<string, Dependency>>;
  log: Pick<Log, "info" | "warn">;
  /** Milliseconds for which an answer is told again without asking. Default: 1,000. */
  freshFor?: number;
  /** Milliseconds after which a part without an answer is away. Default: 2,500, beyond the database's own deadline. */
  deadline?: number;
  /** Milliseconds that only grow. */
  now?(): number;
}

export interface Readiness {
  /** Never rejects, and answers within the deadline; each part has one question at a time, whoever asks. */
  check(): Promise<ReadinessReport>;
}

/** Whether a process can do its work, part by part. */
export function createReadiness(options: ReadinessOptions): Readiness {
  const { freshFor = 1_000, now = () => performance.now() } = options;
  const questions = Object.entries(options.dependencies).map(([name, dependency]) =>
    createQuestion(name, dependency, options),
  );
  let last: { report: Promise<ReadinessReport>; answeredAt: number | undefined } | undefined;

  async function ask(): Promise<ReadinessReport> {
    const answers = await Promise.all(questions.map((question) => question()));
    const isReady = answers.every(([, { needed, status }]) => !needed || status !== "away");
    return { status: isReady ? "ready" : "unready", dependencies: Object.fromEntries(answers) };
  }

  return {
    check() {
      if (last && (last.answeredAt === undefined || now() - last.answeredAt < freshFor)) return last.report;
      const asked: typeof last = { report: ask(), answeredAt: undefined };
      last = asked;
      asked.report.then(() => {
        asked.answeredAt = now();
      });
      return asked.report;
    },
  };
}

function createQuestion(
  name: string,
  { isNeeded, ask }: Dependency,
  { log, deadline = 2_500, now = () => performance.now() }: ReadinessOptions,
): () => Promise<[string, DependencyReport]> {
  let asked: Promise<DependencyStatus> | undefined;
  let before: DependencyStatus = "ok";
  return async () => {
    const begin = now();
    // One that was given up may still be under way: a part that stands still gets no heap of questions.
    asked ??= settled(ask).finally(() => {
      asked = undefined;
    });
    const status = await inTime(asked, deadline);
    const milliseconds = Math.round(now() - begin);
    if (status === "away" && before !== "away") log.warn({ dependency: name, milliseconds }, "it is away");
    if (status !== "away" && before === "away") log.info({ dependency: name, milliseconds }, "it is back");
    before = status;
    return [name, { status, milliseconds, needed: isNeeded }];
  };
}

async function settled(ask: Dependency["ask"]): Promise<DependencyStatus> {
  try {
    return await ask();
  } catch {
    return "away";
  }
}

async function inTime(asked: Promise<DependencyStatus>, deadline: number): Promise<DependencyStatus> {
  const waiting = new AbortController();
  const over = sleep<DependencyStatus>(deadline, "away", { signal: waiting.signal }).catch(
    (): DependencyStatus => "away",
  );
  try {
    return await Promise.race([asked, over]);
  } finally {
    waiting.abort();
  }
}

/** The marketplace's own database, where it has one. */
export function marketplaceDependency(check?: () => Promise<void>): Record<string, Dependency> {
  if (!check) return {};
  const ask = async () => {
    await check();
    return "ok" as const;
  };
  return { marketplace: { isNeeded: true, ask } };
}

/** The database, as its own probe finds it. */
export function databaseDependency(probe: Pick<HealthProbe, "check">): Dependency {
  return { isNeeded: true, ask: async () => (await probe.check()).database };
}
