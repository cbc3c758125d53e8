"use client";

import type { KeyboardEvent, ReactNode } from "react";
import styles from "./operations.module.css";

interface ScrollRegionProps {
  /** What is in it, as its table's caption would say. */
  label: string;
  children: ReactNode;
}

/**
 * What may be wider than the screen scrolls by itself, by keyboard as well. Where its rows lead somewhere, j and the arrow
 * down go to the next one while the keyboard is in it, k and the arrow up back, and Enter opens it.
 */
export function ScrollRegion({ label, children }: ScrollRegionProps) {
  return (
    <section
      className={styles.scroll}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
      tabIndex={0}
      onKeyDown={goByRow}
    >
      {children}
    </section>
  );
}

const steps: ReadonlyMap<string, 1 | -1> = new Map([
  ["j", 1],
  ["ArrowDown", 1],
  ["k", -1],
  ["ArrowUp", -1],
]);

function goByRow(event: KeyboardEvent<HTMLElement>): void {
  const step = steps.get(event.key);
  if (step === undefined || event.altKey || event.ctrlKey || event.metaKey || isField(event.target)) return;
  const links = [...event.currentTarget.querySelectorAll("tbody tr")].flatMap(
    (row) => row.querySelector("a") ?? [],
  );
  if (links.length === 0) return;
  const now = links.findIndex((link) => link.closest("tr")?.contains(document.activeElement));
  // From the region itself both ways begin at the first row.
  const next = now < 0 ? links[0] : links[now + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** Where these keys write or choose something. */
function isField(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.matches("input, select, textarea");
}
