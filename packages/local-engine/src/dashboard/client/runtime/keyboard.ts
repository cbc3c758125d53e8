import { useLayoutEffect, useRef } from "preact/hooks";
import { createKeyReader } from "../model/keys.ts";

export type Bindings = Record<string, (() => void) | undefined>;

const stack: { bindings: Bindings; isModal: boolean }[] = [];
const reader = createKeyReader();

/** Those that were bound last come first; below a dialog nothing is heard. */
function find(keys: string): (() => void) | undefined {
  for (const { bindings, isModal } of stack.toReversed()) {
    const action = bindings[keys];
    if (action) return action;
    if (isModal) return undefined;
  }
  return undefined;
}

const writable = "textarea, select, input:not([type='checkbox'])";

/** True where the browser itself makes use of the key. */
function isTaken({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.matches(writable) || (key.startsWith("Arrow") && target.matches("pre, .panel, .panel *"));
}

/** Begins to listen; called once. */
export function listenToKeys(): void {
  document.addEventListener("keydown", (event) => {
    if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return;
    if (isTaken(event)) {
      if (event.key !== "Escape" || !(event.target instanceof HTMLElement)) return;
      event.target.blur();
    }
    const keys = reader.press(event.key, event.timeStamp, (candidate) => find(candidate) !== undefined);
    if (keys === undefined) return;
    event.preventDefault();
    find(keys)?.();
  });
}

/** Binds keys while the component is shown. A modal component hides the bindings below it. */
export function useKeys(bindings: Bindings, { isModal = false }: { isModal?: boolean } = {}): void {
  const entry = useRef({ bindings, isModal });
  entry.current.bindings = bindings;
  // Before the next paint, so that a key pressed at the sight of a view is not lost.
  useLayoutEffect(() => {
    const own = entry.current;
    stack.push(own);
    return () => {
      stack.splice(stack.indexOf(own), 1);
    };
  }, []);
}
