const seconds = new Map([
  ["s", 1],
  ["m", 60],
  ["h", 3_600],
  ["d", 86_400],
  ["w", 604_800],
]);

/** Whether a wait may have become shorter. An expression that changed may have: only literals can be measured. */
export function isShorter(before: string | undefined, now: string | undefined): boolean {
  if (before === undefined || before === now) return false;
  const [old, next] = [lengthOf(before), lengthOf(now)];
  return old === undefined || next === undefined || next < old;
}

/** In seconds: `90m`, `1d 12h`; undefined for anything else. */
function lengthOf(text: string | undefined): number | undefined {
  if (text === undefined || !/^\s*(?:\d+\s*[smhdw]\s*)+$/.test(text)) return undefined;
  return [...text.matchAll(/(\d+)\s*([smhdw])/g)].reduce(
    (sum, [, count = "", unit = ""]) => sum + Number(count) * (seconds.get(unit) ?? 0),
    0,
  );
}
