/** What goes wrong with a vendor's next requests, for its emulator to act out. Times are milliseconds. */
export interface Fault {
  /** Answer with this status in the vendor's error format; the request has no effect. */
  status?: number;
  /** `Retry-After` in seconds; with `status`. */
  retryAfter?: number;
  /** Wait this long before answering; without `status` the request has had its effect by then. */
  delay?: number;
  /** Break the connection in the middle of the answer; the request has had its effect. */
  cut?: boolean;
  /** Break the connection without an answer; the request has no effect. */
  drop?: boolean;
  /** Answer 200 with JSON that ends too early; the request has had its effect. */
  malformed?: boolean;
  /** How many requests it hits; default one. */
  times?: number;
}
