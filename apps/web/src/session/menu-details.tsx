"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** A menu that opens without scripts too; with them it closes on Escape, on a click elsewhere and once it has led somewhere. */
export function MenuDetails({
  className,
  children,
}: {
  className?: string | undefined;
  children: ReactNode;
}) {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { current } = menu;
      if (event.key !== "Escape" || !current?.open) return;
      current.open = false;
      current.querySelector("summary")?.focus();
    };
    const onClick = ({ target }: MouseEvent) => {
      const isLink = target instanceof Element && target.closest("a") !== null;
      const isInside = target instanceof Node && menu.current?.contains(target);
      if (menu.current && (isLink || !isInside)) menu.current.open = false;
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("click", onClick);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("click", onClick);
    };
  }, []);
  return (
    <details ref={menu} className={className}>
      {children}
    </details>
  );
}
