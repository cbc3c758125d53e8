/** By the clock of a product's place, as `22:00` to `07:00`; the end is the first minute that is not quiet. */
export interface QuietHours {
  /** A full or half hour. */
  from: string;
  to: string;
}
