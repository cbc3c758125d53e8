import type { ComponentChildren, RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { useKeys } from "../runtime/keyboard.ts";

interface WindowListProps<Row> {
  label: string;
  rows: Row[];
  /** Pixels; every row has this height. */
  rowHeight: number;
  hrefOf: (row: Row) => string;
  /** The row that is shown elsewhere on the page. */
  openId?: string;
  renderRow: (row: Row) => ComponentChildren;
  onEnd: () => void;
}

const spare = 8;

/**
 * A list that draws only the rows in sight. j, k and the arrows move the focus, Enter follows the focused link. Rows
 * that come in above do not move what is read.
 */
export function WindowList<Row extends { id: string }>(props: WindowListProps<Row>) {
  const { label, rows, rowHeight, hrefOf, openId, renderRow, onEnd } = props;
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useScrolledView(box);
  const [current, setCurrent] = useState<string>();
  const wantsFocus = useRef(false);

  const first = Math.max(0, Math.floor(view.top / rowHeight) - spare);
  const last = Math.min(rows.length, Math.ceil((view.top + view.height) / rowHeight) + spare);
  const place = rows.findIndex(({ id }) => id === (current ?? openId));
  const tabStop = rows[Math.max(0, place)]?.id;

  useSteadyRows(box, rows, rowHeight);

  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - spare) onEnd();
  }, [last, rows.length]);

  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const link = box.current?.querySelector<HTMLElement>(`[data-row="${current}"]`);
    if (!link) return;
    wantsFocus.current = false;
    link.focus({ preventScroll: true });
  });

  function moveTo(position: number) {
    const row = rows[Math.max(0, Math.min(rows.length - 1, position))];
    const element = box.current;
    if (!row || !element) return;
    const top = rows.indexOf(row) * rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    const bottom = top + rowHeight - element.clientHeight;
    if (bottom > element.scrollTop) element.scrollTop = bottom;
    wantsFocus.current = true;
    setCurrent(row.id);
    setView(viewOf(element));
  }
  const down = () => moveTo(current === undefined && place < 0 ? 0 : place + 1);
  const up = () => moveTo(place - 1);
  useKeys({ j: down, ArrowDown: down, k: up, ArrowUp: up });

  return (
    <div class="window-list" ref={box}>
      <ul aria-label={label} style={{ height: `${rows.length * rowHeight}px` }}>
        {rows.slice(first, last).map((row, offset) => (
          <li
            key={row.id}
            aria-setsize={rows.length}
            aria-posinset={first + offset + 1}
            class="window-row"
            style={{ transform: `translateY(${(first + offset) * rowHeight}px)`, height: `${rowHeight}px` }}
          >
            <a
              href={hrefOf(row)}
              data-row={row.id}
              tabIndex={row.id === tabStop ? 0 : -1}
              aria-current={row.id === openId ? "true" : undefined}
              onFocus={() => setCurrent(row.id)}
            >
              {renderRow(row)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

type Box = RefObject<HTMLDivElement | null>;

/** What a list shows of itself, in pixels. */
function viewOf(element: HTMLElement) {
  return { top: element.scrollTop, height: element.clientHeight };
}

/** What is in sight, as it is scrolled and resized. */
function useScrolledView(box: Box) {
  const [view, setView] = useState({ top: 0, height: 800 });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setView(viewOf(element));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener("scroll", measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", measure);
    };
  }, []);
  return [view, setView] as const;
}

/** Keeps what is read where it is when rows come in above it. */
function useSteadyRows(box: Box, rows: readonly { id: string }[], rowHeight: number) {
  const firstSeen = useRef<string | undefined>(undefined);
  useLayoutEffect(() => {
    const shift = rows.findIndex(({ id }) => id === firstSeen.current);
    if (box.current && shift > 0 && box.current.scrollTop > 0) box.current.scrollTop += shift * rowHeight;
    firstSeen.current = rows[0]?.id;
  }, [rows, rowHeight]);
}
