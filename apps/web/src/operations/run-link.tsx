import { env } from "../env.ts";
import styles from "./operations.module.css";

/** A run's id, which leads to the run in the engine where its address is known. */
export function RunLink({ runId }: { runId: string }) {
  const id = <code className={styles.id}>{runId}</code>;
  if (!env.ENGINE_RUN_URL) return id;
  return <a href={env.ENGINE_RUN_URL.replace("{runId}", encodeURIComponent(runId))}>{id}</a>;
}
