import type { OpenDeadLetters } from "@org/stores/dead-letters/port";
import Link from "next/link";
import { type DeadLetterView, deadLettersPath } from "./dead-letter-view.ts";
import styles from "./operations.module.css";

interface DeadLetterViewsProps {
  view: DeadLetterView;
  /** Each of them is a view of its own. */
  open: readonly OpenDeadLetters[];
}

interface NamedView extends Pick<DeadLetterView, "status" | "app" | "workflow"> {
  name: string;
}

/** What one mostly wants to see, by name; the form beside it narrows down further. */
export function DeadLetterViews({ view, open }: DeadLetterViewsProps) {
  const all = open.reduce((sum, each) => sum + each.open, 0);
  const views: NamedView[] = [
    { name: `Open, ${all}`, status: "open" },
    ...open.map(({ app, workflow, open }) => ({
      ...{ name: `${workflow}, ${open}`, app, workflow, status: "open" as const },
    })),
    { name: "Replayed", status: "replayed" },
    { name: "Discarded", status: "discarded" },
    { name: "All", status: "all" },
  ];
  return (
    <nav aria-label="Views" className={styles.spans}>
      {views.map(({ name, ...of }) => (
        <Link
          key={deadLettersPath(of)}
          href={deadLettersPath(of)}
          aria-current={isShown(of, view) ? "page" : undefined}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}

function isShown(
  of: Omit<NamedView, "name">,
  { status, app, workflow, since, until }: DeadLetterView,
): boolean {
  const always = since === undefined && until === undefined;
  return always && of.status === status && of.app === app && of.workflow === workflow;
}
