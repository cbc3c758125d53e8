/** Drawn with lines on a 16 by 16 grid. */
const paths = {
  bolt: "M9 1.5 3 9h4l-1 5.5L12 7H8z",
  runs: "M2 3.5h6M5 8h8M3.5 12.5H9",
  function: "M10.5 2.5C8 2.5 8.2 5 7.8 8s-.3 5.5-2.8 5.5M5 6.5h6",
  send: "M14 2 7 9m7-7-4.5 12L7 9 2 6.5z",
  search: "M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10m3.5-1.5L14 14",
  check: "m3 8.5 3.5 3.5L13 4.5",
  cross: "m4 4 8 8m0-8-8 8",
  clock: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12m0-9v3.2l2 1.3",
  spinner: "M8 2a6 6 0 1 1-6 6",
  ban: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12M3.8 3.8l8.4 8.4",
  moon: "M13 9.5A5.5 5.5 0 0 1 6.5 3 5.5 5.5 0 1 0 13 9.5",
  sun: "M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6m0-9.5V3m0 10v1.5M1.5 8H3m10 0h1.5M3.4 3.4l1 1m7.2 7.2 1 1m0-9.2-1 1m-7.2 7.2-1 1",
  half: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12m0-12v12m0-9 4 1m-4 2h6m-6 3 4 1",
  hourglass: "M4 2h8M4 14h8M5 2c0 4 6 4 6 8v4M11 2c0 4-6 4-6 8v4",
  again: "M13 8a5 5 0 1 1-1.5-3.5M13 2v3h-3",
  invoke: "M2 8h8m-3-3.5L10.5 8 7 11.5M13 3v10",
  globe: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12M2 8h12M8 2c-3.5 4-3.5 8 0 12 3.5-4 3.5-8 0-12",
  copy: "M5.5 5.5h7v8h-7zM3.5 10.5v-8h7",
  chevron: "m6 4 4 4-4 4",
  back: "m10 4-4 4 4 4",
  skip: "m3 4 5 4-5 4zM12 4v8",
  close: "m4.5 4.5 7 7m0-7-7 7",
  alert: "M8 2 1.5 13.5h13zM8 6.5v3m0 2v.2",
  keyboard: "M1.5 4h13v8h-13zM4 7h.1M7 7h.1M10 7h.1M5 9.5h6",
  broadcast:
    "M8 9a1 1 0 1 0 0-2 1 1 0 0 0 0 2M5.2 10.8a4 4 0 0 1 0-5.6m5.6 0a4 4 0 0 1 0 5.6M3 13a7 7 0 0 1 0-10m10 0a7 7 0 0 1 0 10",
  pause: "M5 3v10M11 3v10",
  play: "m4.5 3 8 5-8 5z",
  chart: "M2 14h12M4 14V8m4 6V3m4 11V6",
  cascade: "M3 2.5h5v3H3zm5 4v3.5h3m-3 1.5h5v3H8zM5.5 5.5v5H8",
  test: "M6 2h4M7 2v4L3.5 13h9L9 6V2M5 10h6",
  key: "M10 9a3.5 3.5 0 1 0-3.3-2.3L2 11.4V14h2.6v-1.7h1.7v-1.7H8l.7-1.4q.6.3 1.3-.2m.8-4v.1",
  layers: "m8 2 6 3-6 3-6-3zm-6 6 6 3 6-3m-12 3 6 3 6-3",
  plug: "M5.5 2v3m5-3v3M4 5h8v3a4 4 0 0 1-8 0zM8 12v2.5",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg class={`icon icon-${name}`} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
