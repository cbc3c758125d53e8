/** Says how it goes and nothing of whose data or which machine, so that anybody may read it. */
export interface HealthReport {
  /** `unavailable`: nothing that needs the database works. `slow`: it works, and somebody should look. */
  status: "ok" | "slow" | "unavailable";
  database: "ok" | "slow" | "away";
  /** Whether events reach the engine in time; absent when the database does not say. */
  outbox?: "ok" | "late";
  /** What is wrong, for people. */
  reason?: string;
}

/** Asks over a connection of its own, so that it knows of the database and not of how busy this process is. */
export interface HealthProbe {
  /** Never rejects, and answers within about two seconds; callers at the same time share one question. */
  check(): Promise<HealthReport>;
  close(): Promise<void>;
}
