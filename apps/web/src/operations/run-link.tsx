import styles from "./operations.module.css";

interface RunLinkProps {
  runId: string;
  /** The engine's page of a run, with `{runId}` in it; without one there is no link. */
  page: string | undefined;
}

/** A run's id, which leads to the run in the engine where its address is known. */
export function RunLink({ runId, page }: RunLinkProps) {
  const id = <code className={styles.id}>{runId}</code>;
  if (!page) return id;
  return <a href={page.replace("{runId}", encodeURIComponent(runId))}>{id}</a>;
}
