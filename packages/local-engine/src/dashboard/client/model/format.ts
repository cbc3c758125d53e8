const units: [size: number, name: string][] = [
  [86_400_000, "d"],
  [3_600_000, "h"],
  [60_000, "m"],
  [1_000, "s"],
];

/** `0 ms`, `42 ms`, `1.5 s`, `2 m 5 s`, `7 d 3 h`: the two largest units. */
export function formatDuration(milliseconds: number): string {
  const value = Math.max(0, milliseconds);
  if (value < 1_000) return `${Math.round(value)} ms`;
  if (value < 10_000) return `${Number((value / 1_000).toFixed(1))} s`;
  const seconds = Math.round(value / 1_000) * 1_000;
  const position = units.findIndex(([size]) => seconds >= size);
  const parts = units.slice(position, position + 2).map(([size, name], place) => {
    const above = place === 0 ? Number.POSITIVE_INFINITY : (units[position]?.[0] ?? 1);
    return { count: Math.floor((seconds % above) / size), name };
  });
  return parts
    .filter(({ count }, place) => place === 0 || count > 0)
    .map(({ count, name }) => `${count} ${name}`)
    .join(" ");
}

/** `now`, `12 s ago`, `in 3 h`: the largest unit. */
export function formatRelative(time: number, now: number): string {
  const distance = Math.abs(now - time);
  if (distance < 1_000) return "now";
  const [size, name] = units.find(([unit]) => distance >= unit) ?? [1_000, "s"];
  const text = `${Math.floor(distance / size)} ${name}`;
  return time > now ? `in ${text}` : `${text} ago`;
}

/** `in 6 d 23 h`, or `now` when the time has come. */
export function formatCountdown(time: number, now: number): string {
  return time <= now ? "now" : `in ${formatDuration(time - now)}`;
}

/** `14:03:07.120`, with the date in front when it is not today's. */
export function formatTime(time: number, now: number): string {
  const date = new Date(time);
  const clock = `${pad(date.getHours())}:${pad(date.getMinutes())}:${pad(date.getSeconds())}.${pad(date.getMilliseconds(), 3)}`;
  return date.toDateString() === new Date(now).toDateString() ? clock : `${formatDate(date)} ${clock}`;
}

function formatDate(date: Date): string {
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

function pad(value: number, length = 2): string {
  return String(value).padStart(length, "0");
}

/** `14:03`, or `14:03:30` where a minute has several, with the date in front when it is not today's. */
export function formatMoment(time: number, now: number, hasSeconds = false): string {
  const date = new Date(time);
  const seconds = hasSeconds ? `:${pad(date.getSeconds())}` : "";
  const clock = `${pad(date.getHours())}:${pad(date.getMinutes())}${seconds}`;
  return date.toDateString() === new Date(now).toDateString() ? clock : `${formatDate(date)} ${clock}`;
}

/** `0`, `0.08`, `1.5`, `120`: two figures where the number is small. */
export function formatRate(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString("en") : String(Number(value.toPrecision(2)));
}

/** `0 %`, `0.4 %`, `33 %`. */
export function formatShare(share: number): string {
  return `${Number((share * 100).toPrecision(2))} %`;
}

/** `312 B`, `4.2 KB`, `1.3 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Number((bytes / 1_000).toFixed(1))} KB`;
  return `${Number((bytes / 1_000_000).toFixed(1))} MB`;
}

/** @param noun in the singular; the plural takes an s. */
export function countOf(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}
