import { createElement, Fragment, type ReactElement, type ReactNode } from "react";

/** A text in pieces, in which values are elements. */
export function joined(pieces: readonly ReactNode[]): ReactElement {
  return createElement(Fragment, null, ...pieces);
}
