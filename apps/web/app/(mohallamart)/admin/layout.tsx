import type { ReactNode } from "react";

/** These pages are in English alone, whatever their reader has chosen. */
export default function EnglishLayout({ children }: { children: ReactNode }) {
  return <div lang="en-IN">{children}</div>;
}
