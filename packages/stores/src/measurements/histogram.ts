/** How many durations there are of each length, so that hours and workers can be added up and still tell percentiles. */
export type Histogram = readonly number[];

/** Two to each doubling, from 1 ms to 24 days: a percentile is right to within a fifth. */
const places = 64;
const placesPerDoubling = 2;

export function emptyHistogram(): number[] {
  return new Array<number>(places).fill(0);
}

/** Where a duration is counted. @param duration milliseconds */
export function placeOf(duration: number): number {
  const place = Math.ceil(placesPerDoubling * Math.log2(Math.max(duration, 1)));
  return Math.min(place, places - 1);
}

/** The longest duration that is counted at a place, in milliseconds. */
function longestAt(place: number): number {
  return 2 ** (place / placesPerDoubling);
}

/**
 * What a share of the durations does not exceed, in milliseconds; within a place they are taken as spread evenly.
 * @param share above 0, at most 1
 * @returns undefined when there are none
 */
export function percentile(histogram: Histogram, share: number): number | undefined {
  const all = histogram.reduce((sum, count) => sum + count, 0);
  if (all === 0) return undefined;
  const wanted = share * all;
  let below = 0;
  for (const [place, count] of histogram.entries()) {
    if (count > 0 && below + count >= wanted) {
      const shortest = place === 0 ? 0 : longestAt(place - 1);
      return Math.round(shortest + ((wanted - below) / count) * (longestAt(place) - shortest));
    }
    below += count;
  }
  return Math.round(longestAt(histogram.length - 1));
}
