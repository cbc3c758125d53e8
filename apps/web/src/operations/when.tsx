import { formatMoment } from "../format.ts";

/** A moment in India's time; the exact one shows when pointed at. */
export function When({ at }: { at: string }) {
  return (
    <time dateTime={at} title={at}>
      {formatMoment(at)}
    </time>
  );
}
